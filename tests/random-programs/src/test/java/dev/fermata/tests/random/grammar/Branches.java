package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;

/** {@code if}, with and without {@code else}, and on a pattern. */
final class Branches implements StatementFamily {
    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        if (!growth.mayNest()) {
            return;
        }
        menu.add(2, () -> Statement.of("if (`) {\n`\n}", growth.expression(JavaType.BOOLEAN), growth.block()));
        menu.add(
                3,
                () -> Statement.of(
                        "if (`) {\n`\n} else {\n`\n}",
                        growth.expression(JavaType.BOOLEAN),
                        growth.block(),
                        growth.block()));
        menu.add(1, () -> pattern(growth));
    }

    private static Statement pattern(Growth growth) {
        Expression value = growth.expression(JavaType.OBJECT);
        String name = growth.fresh("v");
        Sequence matched = growth.scoped(() -> {
            growth.declare(new Variable(name, JavaType.PAIR, Variable.Access.CONSTANT));
            return growth.block();
        });
        return Statement.of("if (` instanceof Pair " + name + ") {\n`\n} else {\n`\n}", value, matched, growth.block());
    }
}
