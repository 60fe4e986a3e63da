package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import java.util.List;

/** Conditions: short circuit and not, comparisons, identity, {@code instanceof}. */
final class Logic implements ExpressionFamily {
    private static final List<String> SHORT_CIRCUIT = List.of("&&", "||");
    private static final List<String> STRICT = List.of("&", "|", "^", "==", "!=");
    private static final List<String> COMPARISONS = List.of("<", "<=", ">", ">=", "==", "!=");
    private static final List<String> CLASSES = List.of("Integer", "String", "Pair", "Number", "Comparable<?>");

    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        if (type != JavaType.BOOLEAN) {
            return;
        }
        menu.add(6, () -> binary(growth.pick(SHORT_CIRCUIT), JavaType.BOOLEAN, JavaType.BOOLEAN, growth));
        menu.add(2, () -> binary(growth.pick(STRICT), JavaType.BOOLEAN, JavaType.BOOLEAN, growth));
        menu.add(2, () -> Expression.of(type, "(!`)", growth.expression(type)));
        menu.add(
                6,
                () -> binary(
                        growth.pick(COMPARISONS),
                        growth.pick(JavaType.ofNumbers()),
                        growth.pick(JavaType.ofNumbers()),
                        growth));
        menu.add(1, () -> binary(growth.oneIn(2) ? "==" : "!=", JavaType.OBJECT, JavaType.OBJECT, growth));
        menu.add(1, () -> Expression.of(type, "(` == null)", growth.expression(JavaType.STRING)));
        menu.add(
                1,
                () -> Expression.of(
                        type,
                        "Objects.equals(`, `)",
                        growth.expression(JavaType.STRING),
                        growth.expression(JavaType.OBJECT)));
        menu.add(
                2,
                () -> Expression.of(
                        type, "(` instanceof " + growth.pick(CLASSES) + ")", growth.expression(JavaType.OBJECT)));
        menu.add(2, () -> pattern(growth));
    }

    private static Expression binary(String operator, JavaType left, JavaType right, Growth growth) {
        return Expression.of(
                JavaType.BOOLEAN, "(` " + operator + " `)", growth.expression(left), growth.expression(right));
    }

    /** {@code o instanceof Integer v && v > 1}: the variable is in scope on the right. */
    private static Expression pattern(Growth growth) {
        Expression value = growth.expression(JavaType.OBJECT);
        String name = growth.fresh("v");
        Expression condition = growth.scoped(() -> {
            growth.declare(new Variable(name, JavaType.INTEGER, Variable.Access.CONSTANT));
            return growth.expression(JavaType.BOOLEAN);
        });
        return Expression.of(
                JavaType.BOOLEAN, "(` instanceof Integer " + name + " && ` && " + name + " != 3)", value, condition);
    }
}
