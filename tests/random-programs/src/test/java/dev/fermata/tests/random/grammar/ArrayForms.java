package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;

/** Arrays: creation with and without initialiser, elements, lengths. */
final class ArrayForms implements ExpressionFamily {
    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        if (type.array() != null) {
            menu.add(1, () -> element(type, growth));
        }
        if (type == JavaType.INT) {
            menu.add(1, () -> Expression.of(type, "`.length", growth.expression(JavaType.LONGS)));
            menu.add(
                    1,
                    () -> Expression.of(
                            type,
                            "new int[][] {{`}, {`, `}}[1][`]",
                            growth.expression(type),
                            growth.expression(type),
                            growth.expression(type),
                            index(growth)));
        }
        JavaType element = type.element();
        if (element != null) {
            menu.add(4, () -> Expression.of(type, "new " + element.source() + "[] {`}", growth.arguments(element, 4)));
            menu.add(
                    1,
                    () -> Expression.of(
                            type, "new " + element.source() + "[(` & 3) + 2]", growth.expression(JavaType.INT)));
            menu.add(1, () -> Expression.of(type, "`.clone()", growth.expression(type)));
        }
    }

    /** Most of the time an element that exists. */
    static Expression element(JavaType type, Growth growth) {
        Expression array = growth.expression(type.array());
        String template = array.template().startsWith("new") ? "(`)[`]" : "`[`]";
        return Expression.of(type, template, array, index(growth));
    }

    private static Expression index(Growth growth) {
        Expression index = growth.expression(JavaType.INT);
        return growth.oneIn(20) ? index : Expression.of(JavaType.INT, "(` & 1)", index);
    }
}
