package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;

/** Calls: of what logs the order of evaluation, of variable arity, with long and double between other arguments. */
final class Calls implements ExpressionFamily {
    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        if (type.hasText()) {
            menu.add(
                    3,
                    () -> Expression.of(
                            type,
                            "((" + type.source() + ") t.see(\"" + growth.fresh("e") + "\", `))",
                            growth.expression(type)));
            menu.add(1, () -> fromLambda(type, growth));
        }
        switch (type) {
            case INT -> menu.add(2, () -> Expression.of(type, "sum(`)", growth.arguments(type, 2)));
            case LONG ->
                menu.add(
                        3,
                        () -> Expression.of(
                                type,
                                "mix(`, `, `, `)",
                                growth.expression(JavaType.INT),
                                growth.expression(JavaType.LONG),
                                growth.expression(JavaType.DOUBLE),
                                growth.expression(JavaType.OBJECT)));
            case OBJECT -> menu.add(3, () -> Expression.of(type, "join(t, `)", growth.arguments(type, 2)));
            default -> {
                // no method of the scenery returns it
            }
        }
    }

    /** An ordinary lambda, made and called at once. */
    private static Expression fromLambda(JavaType type, Growth growth) {
        Expression value = growth.captured(growth.setting().plainBody(), () -> growth.expression(type));
        return Expression.of(type, "((" + type.source() + ") ((Source<" + type.boxed() + ">) () -> `).get())", value);
    }
}
