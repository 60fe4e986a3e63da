package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;
import java.util.List;

/**
 * {@code break}, {@code continue}, {@code return} and {@code throw}, each at the end of a branch: what follows stays
 * reachable.
 */
final class Jumps implements StatementFamily {
    private static final List<String> EXCEPTIONS =
            List.of("IllegalStateException", "ArithmeticException", "ClassCastException", "IOException", "Error");

    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        if (!growth.mayNest()) {
            return;
        }
        if (!growth.setting().jumps().isEmpty()) {
            menu.add(
                    3,
                    () -> guarded(
                            growth, Statement.of(growth.pick(growth.setting().jumps()))));
        }
        if (growth.setting().returns()) {
            menu.add(
                    1,
                    () -> Statement.of(
                            "if (`) {\n`\n}",
                            growth.expression(JavaType.BOOLEAN),
                            growth.blockEnding(() -> lastReturn(growth))));
        }
        menu.add(
                1,
                () -> Statement.of(
                        "if (`) {\n`\n}",
                        growth.expression(JavaType.BOOLEAN),
                        growth.blockEnding(() -> throwing(growth))));
    }

    private static Statement guarded(Growth growth, Statement jump) {
        Sequence block = growth.blockEnding(() -> jump);
        return growth.oneIn(3)
                ? Statement.of(
                        "if (`) {\n`\n} else {\n`\n}", growth.expression(JavaType.BOOLEAN), block, growth.block())
                : Statement.of("if (`) {\n`\n}", growth.expression(JavaType.BOOLEAN), block);
    }

    static Statement throwing(Growth growth) {
        return Statement.of("throw new " + growth.pick(EXCEPTIONS) + "(`);", growth.expression(JavaType.STRING));
    }

    /** The statement that ends a method: without a value, with one, or with what another one gives. */
    static Statement lastReturn(Growth growth) {
        Menu<Statement> menu = new Menu<>();
        menu.add(1, () -> Statement.of("return null;"));
        boolean delegates = growth.setting().delegates();
        switch (growth.setting().kind()) {
            case COROUTINE -> offerOfCoroutine(growth, menu, delegates);
            case GENERATOR -> offerOfGenerator(growth, menu, delegates);
            case ITERABLE -> {
                if (delegates) {
                    menu.add(1, () -> Statement.of("return Arrays.asList(`);", growth.arguments(JavaType.OBJECT, 2)));
                }
            }
            default -> {
                // null is all there is to return
            }
        }
        return menu.choose(growth.random());
    }

    private static void offerOfCoroutine(Growth growth, Menu<Statement> menu, boolean delegates) {
        menu.add(5, () -> Statement.of("return Coroutine.of(`);", growth.expression(JavaType.OBJECT)));
        menu.add(
                1,
                () -> Statement.of(
                        "return ` ? Coroutine.of(`) : null;",
                        growth.expression(JavaType.BOOLEAN),
                        growth.expression(JavaType.OBJECT)));
        if (delegates) {
            menu.add(1, () -> Statement.of("return echo(t, `);", growth.expression(JavaType.OBJECT)));
        }
    }

    private static void offerOfGenerator(Growth growth, Menu<Statement> menu, boolean delegates) {
        menu.add(5, () -> Statement.of("return Generator.returning(`);", growth.expression(JavaType.OBJECT)));
        if (delegates) {
            menu.add(1, () -> Statement.of("return twice(t, `);", growth.expression(JavaType.OBJECT)));
        }
    }
}
