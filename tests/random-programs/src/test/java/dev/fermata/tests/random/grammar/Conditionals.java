package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;

/** The ternary operator, also behind a pattern and with arms of different types. */
final class Conditionals implements ExpressionFamily {
    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        menu.add(
                2,
                () -> Expression.of(
                        type,
                        "(` ? ` : `)",
                        growth.expression(JavaType.BOOLEAN),
                        growth.expression(type),
                        growth.expression(type)));
        menu.add(1, () -> pattern(type, growth));
        if (type == JavaType.OBJECT) {
            menu.add(
                    1,
                    () -> Expression.of(
                            type,
                            "((Object) (` ? ` : `))",
                            growth.expression(JavaType.BOOLEAN),
                            growth.expression(JavaType.STRING),
                            growth.expression(growth.oneIn(2) ? JavaType.PAIR : JavaType.SHADE)));
        }
    }

    private static Expression pattern(JavaType type, Growth growth) {
        Expression value = growth.expression(JavaType.OBJECT);
        String name = growth.fresh("v");
        Expression matched = growth.scoped(() -> {
            growth.declare(new Variable(name, JavaType.STRING, Variable.Access.CONSTANT));
            return growth.expression(type);
        });
        return Expression.of(
                type, "(` instanceof String " + name + " ? ` : `)", value, matched, growth.expression(type));
    }
}
