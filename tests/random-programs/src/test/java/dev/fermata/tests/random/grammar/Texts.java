package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;

/** Strings: concatenation of anything, which keeps its operands on the stack. */
final class Texts implements ExpressionFamily {
    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        if (type == JavaType.INT) {
            menu.add(1, () -> Expression.of(type, "clip(`).length()", growth.expression(JavaType.STRING)));
        } else if (type == JavaType.STRING) {
            menu.add(3, () -> Expression.of(type, "(\"c\" + ` + `)", operand(growth), operand(growth)));
            menu.add(
                    2,
                    () -> Expression.of(
                            type, "(` + ` + \"m\" + `)", growth.expression(type), operand(growth), operand(growth)));
            menu.add(1, () -> Expression.of(type, "String.valueOf(`)", growth.expression(JavaType.OBJECT)));
            menu.add(
                    1,
                    () -> Expression.of(
                            type,
                            "new StringBuilder(`).append(`).append(`).toString()",
                            growth.expression(JavaType.INT),
                            growth.expression(JavaType.LONG),
                            growth.expression(JavaType.BOOLEAN)));
        }
    }

    private static Expression operand(Growth growth) {
        return growth.expressionOf(
                JavaType.ofValues().stream().filter(JavaType::hasText).toList());
    }
}
