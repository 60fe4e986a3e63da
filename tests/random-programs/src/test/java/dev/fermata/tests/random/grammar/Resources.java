package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** {@code try} with resources, which may be null, and may fail to open and to close. */
final class Resources implements StatementFamily {
    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        if (growth.mayNest()) {
            menu.add(1, () -> Statement.of("try (`) {\n`\n}", resources(growth), block(growth)));
            menu.add(
                    1,
                    () -> Statement.of(
                            "try (`) {\n`\n} ` finally {\n`\n}",
                            resources(growth),
                            block(growth),
                            growth.within(growth.setting().inTry(), () -> Tries.clauses(growth)),
                            growth.block()));
        }
    }

    private static Sequence resources(Growth growth) {
        List<Node> resources = new ArrayList<>();
        for (int i = growth.random().nextInt(2); i < 2; i++) {
            String name = "Gate " + growth.fresh("g") + " = ";
            Expression label = growth.expression(JavaType.STRING);
            Expression mood = growth.expression(JavaType.INT);
            resources.add(
                    growth.oneIn(3)
                            ? Statement.of(
                                    name + "` ? new Gate(t, `, `) : null",
                                    growth.expression(JavaType.BOOLEAN),
                                    label,
                                    mood)
                            : Statement.of(name + "new Gate(t, `, `)", label, mood));
        }
        return new Sequence(Sequence.Role.RESOURCES, resources);
    }

    private static Sequence block(Growth growth) {
        return growth.block(growth.setting().inTry());
    }
}
