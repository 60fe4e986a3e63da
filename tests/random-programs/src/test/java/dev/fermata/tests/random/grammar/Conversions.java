package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;

/** Casts between numbers, boxing, unboxing, and casts that may fail. */
final class Conversions implements ExpressionFamily {
    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        if (type.isNumber()) {
            menu.add(
                    3,
                    () -> Expression.of(
                            type, "((" + type.source() + ") `)", growth.expression(growth.pick(JavaType.ofNumbers()))));
        }
        switch (type) {
            case INT -> {
                menu.add(1, () -> Expression.of(type, "((int) `)", growth.expression(JavaType.INTEGER)));
                menu.add(1, () -> Expression.of(type, "((int) `)", growth.expression(JavaType.CHAR)));
            }
            case INTEGER -> {
                menu.add(3, () -> Expression.of(type, "Integer.valueOf(`)", growth.expression(JavaType.INT)));
                menu.add(1, () -> Expression.of(type, "((Integer) `)", growth.expression(JavaType.OBJECT)));
            }
            case OBJECT -> menu.add(5, () -> boxed(growth));
            default -> {
                // no other type has conversions of its own
            }
        }
    }

    /** Arrays are left out: they have no text that is the same in every run. */
    private static Expression boxed(Growth growth) {
        JavaType type = growth.pick(
                JavaType.ofValues().stream().filter(JavaType::hasText).toList());
        return Expression.of(JavaType.OBJECT, "((Object) `)", growth.expression(type));
    }
}
