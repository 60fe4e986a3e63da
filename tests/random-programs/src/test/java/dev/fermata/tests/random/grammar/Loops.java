package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;

/** Loops that count: {@code while}, {@code do}, {@code for} in its variations. Each has fuel for a few rounds. */
final class Loops implements StatementFamily {
    private static final int DEEPEST = 2;

    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        if (!growth.mayNest() || growth.setting().loops() > DEEPEST) {
            return;
        }
        menu.add(2, () -> loop("for (int # = 0; # < 3 && `; #++) {\n`\n}", growth));
        menu.add(2, () -> loop("for (int # = 3; #-- > 0 && `; ) {\n`\n}", growth));
        menu.add(1, () -> loop("for (int # = 0; ; #++) {\nif (# == 2 || !`) {\nbreak;\n}\n`\n}", growth));
        menu.add(1, () -> whileLoop("while (#-- > 0 && `) {\n`\n}", growth));
        menu.add(1, () -> doLoop(growth));
        menu.add(1, () -> twoVariables(growth));
    }

    /** The condition and the body see the counter. */
    private static Statement loop(String template, Growth growth) {
        String counter = growth.fresh("n");
        String label = growth.fresh("loop");
        return growth.scoped(() -> {
            growth.declare(new Variable(counter, JavaType.INT, Variable.Access.COUNTER));
            return Statement.of(
                    label + ":\n" + template.replace("#", counter),
                    growth.expression(JavaType.BOOLEAN),
                    growth.block(growth.setting().inLoop(label)));
        });
    }

    private static Statement whileLoop(String template, Growth growth) {
        String counter = growth.fresh("n");
        String label = growth.fresh("loop");
        return growth.scoped(() -> {
            growth.declare(new Variable(counter, JavaType.INT, Variable.Access.COUNTER));
            return Statement.of(
                    "int " + counter + " = 3;\n" + label + ":\n" + template.replace("#", counter),
                    growth.expression(JavaType.BOOLEAN),
                    growth.block(growth.setting().inLoop(label)));
        });
    }

    private static Statement doLoop(Growth growth) {
        String counter = growth.fresh("n");
        String label = growth.fresh("loop");
        return growth.scoped(() -> {
            growth.declare(new Variable(counter, JavaType.INT, Variable.Access.COUNTER));
            Sequence body = growth.block(growth.setting().inLoop(label));
            return Statement.of(
                    "int " + counter + " = 3;\n" + label + ":\ndo {\n`\n} while (" + counter + "-- > 0 && `);",
                    body,
                    growth.expression(JavaType.BOOLEAN));
        });
    }

    private static Statement twoVariables(Growth growth) {
        String counter = growth.fresh("n");
        String other = growth.fresh("m");
        String label = growth.fresh("loop");
        return growth.scoped(() -> {
            var initial = growth.expression(JavaType.INT);
            growth.declare(new Variable(counter, JavaType.INT, Variable.Access.COUNTER));
            growth.declare(new Variable(other, JavaType.INT, Variable.Access.ASSIGNED));
            return Statement.of(
                    label + ":\nfor (int " + counter + " = 0, " + other + " = `; " + counter + " < 3; " + counter
                            + "++, " + other + " += `) {\n`\n}",
                    initial,
                    growth.expression(JavaType.INT),
                    growth.block(growth.setting().inLoop(label)));
        });
    }
}
