package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Statement;

/** Plain, labelled and synchronized blocks. */
final class Blocks implements StatementFamily {
    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        if (growth.mayNest()) {
            menu.add(1, () -> Statement.of("{\n`\n}", growth.block()));
            menu.add(1, () -> labelled(growth));
            menu.add(
                    1,
                    () -> Statement.of(
                            "synchronized (`) {\n`\n}",
                            growth.expression(JavaType.PAIR),
                            growth.block(growth.setting().withoutMarkers().inTry())));
        }
    }

    private static Statement labelled(Growth growth) {
        String label = growth.fresh("out");
        return Statement.of(label + ":\n{\n`\n}", growth.block(growth.setting().withJump("break " + label + ";")));
    }
}
