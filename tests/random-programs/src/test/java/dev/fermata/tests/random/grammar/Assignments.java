package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import java.util.List;

/**
 * Assignments as expressions: simple, compound, increments; to variables, elements of arrays and fields. Strings are
 * clipped, so that loops do not double them.
 */
final class Assignments implements ExpressionFamily {
    private static final List<String> ARITHMETIC = List.of("+=", "-=", "*=", "/=", "%=");
    private static final List<String> BITWISE = List.of("&=", "|=", "^=");
    private static final List<String> SHIFTS = List.of("<<=", ">>=", ">>>=");

    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        List<Variable> targets = growth.variables(it -> it.type() == type && it.access() == Variable.Access.ASSIGNED);
        if (!targets.isEmpty()) {
            menu.add(3, () -> assign(Expression.of(type, growth.pick(targets).name()), growth));
        }
        if (type.array() != null) {
            menu.add(1, () -> assign(ArrayForms.element(type, growth), growth));
        }
        String field = NewObjects.fieldOf(type);
        if (field != null) {
            menu.add(1, () -> assign(Expression.of(type, "`." + field, growth.expression(JavaType.PAIR)), growth));
        }
    }

    private static Expression assign(Expression target, Growth growth) {
        JavaType type = target.type();
        Menu<Expression> menu = new Menu<>();
        menu.add(2, () -> binary(target, "=", value(type, growth)));
        if (type.isNumber() || type == JavaType.INTEGER) {
            menu.add(2, () -> increment(target, growth));
            menu.add(3, () -> binary(target, growth.pick(ARITHMETIC), operand(type, growth)));
        }
        if (type.isIntegral() || type == JavaType.INTEGER) {
            menu.add(1, () -> binary(target, growth.pick(BITWISE), growth.expression(JavaType.INT)));
            menu.add(1, () -> binary(target, growth.pick(SHIFTS), growth.expression(JavaType.INT)));
        }
        if (type == JavaType.BOOLEAN) {
            menu.add(2, () -> binary(target, growth.pick(BITWISE), growth.expression(type)));
        }
        if (type == JavaType.STRING) {
            menu.add(3, () -> binary(target, "+=", value(type, growth)));
        }
        return menu.choose(growth.random());
    }

    private static Expression binary(Expression target, String operator, Expression value) {
        return Expression.of(target.type(), "(` " + operator + " `)", target, value);
    }

    private static Expression increment(Expression target, Growth growth) {
        String operator = growth.oneIn(2) ? "++" : "--";
        return Expression.of(target.type(), growth.oneIn(2) ? "(`" + operator + ")" : "(" + operator + "`)", target);
    }

    /** A compound assignment narrows what it computes; a boxed one does not. */
    private static Expression operand(JavaType type, Growth growth) {
        return growth.expression(type == JavaType.INTEGER ? JavaType.INT : growth.pick(JavaType.ofNumbers()));
    }

    static Expression value(JavaType type, Growth growth) {
        Expression value = growth.expression(type);
        return type == JavaType.STRING ? Expression.of(type, "clip(`)", value) : value;
    }
}
