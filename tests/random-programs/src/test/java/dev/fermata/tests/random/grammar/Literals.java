package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import java.util.List;

/** Constants, those at the edges of their types among them. */
final class Literals implements ExpressionFamily {
    private static final List<String> INTS = List.of("0", "1", "2", "3", "7", "(-1)", "100", "Integer.MIN_VALUE");
    private static final List<String> LONGS = List.of("0L", "1L", "5L", "(-2L)", "Long.MAX_VALUE", "1L << 40");
    private static final List<String> DOUBLES = List.of("0.0", "1.5", "(-0.0)", "2e9", "Double.NaN");
    private static final List<String> STRINGS = List.of("\"a\"", "\"b\"", "\"c\"", "\"\"", "((String) null)");
    private static final List<String> OBJECTS =
            List.of("((Object) null)", "((Object) 1)", "((Object) \"a\")", "((Object) 7L)", "((Object) 1000)");

    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        menu.add(2, () -> literal(type, growth));
    }

    Expression literal(JavaType type, Growth growth) {
        return switch (type) {
            case BOOLEAN -> Expression.of(type, growth.oneIn(2) ? "true" : "false");
            case BYTE, SHORT, CHAR -> Expression.of(type, "((" + type.source() + ") " + growth.pick(INTS) + ")");
            case INT -> Expression.of(type, growth.pick(INTS));
            case INTEGER -> Expression.of(type, "((Integer) " + growth.pick(INTS) + ")");
            case LONG -> Expression.of(type, "(" + growth.pick(LONGS) + ")");
            case FLOAT -> Expression.of(type, "((float) " + growth.pick(DOUBLES) + ")");
            case DOUBLE -> Expression.of(type, growth.pick(DOUBLES));
            case STRING -> Expression.of(type, growth.pick(STRINGS));
            case OBJECT -> Expression.of(type, growth.pick(OBJECTS));
            case SHADE -> Expression.of(type, growth.pick(List.of("Shade.DARK", "Shade.GREY", "Shade.LIGHT")));
            default -> type.simplest();
        };
    }
}
