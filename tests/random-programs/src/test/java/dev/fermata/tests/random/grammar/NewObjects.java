package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;

/** Objects: creation with markers among the arguments, of anonymous and inner classes too; fields and methods. */
final class NewObjects implements ExpressionFamily {
    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        String field = fieldOf(type);
        if (field != null) {
            menu.add(1, () -> Expression.of(type, "`." + field, growth.expression(JavaType.PAIR)));
        }
        switch (type) {
            case PAIR -> {
                menu.add(5, () -> twoArguments(growth));
                menu.add(3, () -> threeArguments(growth));
                menu.add(1, () -> anonymous(growth));
            }
            case LONG -> {
                menu.add(
                        1,
                        () -> Expression.of(
                                type,
                                "`.total(`, `)",
                                growth.expression(JavaType.PAIR),
                                growth.expression(JavaType.INT),
                                growth.expression(JavaType.OBJECT)));
                menu.add(
                        1,
                        () -> Expression.of(
                                type,
                                "`.new Inner(`).sum",
                                growth.expression(JavaType.PAIR),
                                growth.expression(JavaType.INT)));
            }
            case STRING ->
                menu.add(1, () -> Expression.of(type, "new String(clip(`))", growth.expression(JavaType.STRING)));
            default -> {
                // not made of objects
            }
        }
    }

    /** The field of a Pair that has this type; null if it has none. */
    static String fieldOf(JavaType type) {
        return switch (type) {
            case INT -> "count";
            case LONG -> "wide";
            case DOUBLE -> "real";
            case SHORT -> "small";
            case STRING -> "name";
            default -> null;
        };
    }

    private static Expression twoArguments(Growth growth) {
        return Expression.of(
                JavaType.PAIR,
                "new Pair(t, `, `)",
                growth.expression(JavaType.OBJECT),
                growth.expression(JavaType.LONG));
    }

    private static Expression threeArguments(Growth growth) {
        return Expression.of(
                JavaType.PAIR,
                "new Pair(t, `, `, `)",
                growth.expression(JavaType.INT),
                growth.expression(JavaType.DOUBLE),
                growth.expression(JavaType.OBJECT));
    }

    private static Expression anonymous(Growth growth) {
        Expression first = growth.expression(JavaType.OBJECT);
        Expression wide = growth.expression(JavaType.LONG);
        Expression total = growth.captured(growth.setting().plainBody(), () -> growth.expression(JavaType.LONG));
        return Expression.of(
                JavaType.PAIR,
                "new Pair(t, `, `) {\n@Override\nlong total(int a, Object b) throws Exception {\nreturn ` + super.total(a, b);\n}\n}",
                first,
                wide,
                total);
    }
}
