package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import java.util.List;

/** All arithmetic, bitwise and shift operators, with the promotions that Java makes. */
final class Arithmetic implements ExpressionFamily {
    private static final List<String> OPERATORS = List.of("+", "-", "*", "/", "%");
    private static final List<String> BITWISE = List.of("&", "|", "^");
    private static final List<String> SHIFTS = List.of("<<", ">>", ">>>");
    private static final List<JavaType> INT_LIKE =
            List.of(JavaType.INT, JavaType.INT, JavaType.BYTE, JavaType.SHORT, JavaType.CHAR, JavaType.INTEGER);

    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        if (type != JavaType.INT && type != JavaType.LONG && type != JavaType.FLOAT && type != JavaType.DOUBLE) {
            return;
        }
        menu.add(4, () -> binary(type, OPERATORS, growth));
        menu.add(1, () -> Expression.of(type, "(-`)", operand(type, growth)));
        menu.add(1, () -> Expression.of(type, "(+`)", operand(type, growth)));
        if (type.isIntegral()) {
            menu.add(2, () -> binary(type, BITWISE, growth));
            menu.add(1, () -> Expression.of(type, "(~`)", operand(type, growth)));
            menu.add(
                    2,
                    () -> Expression.of(
                            type,
                            "(` " + growth.pick(SHIFTS) + " `)",
                            operand(type, growth),
                            growth.expression(growth.oneIn(2) ? JavaType.INT : JavaType.LONG)));
        }
    }

    /** One operand has the type of the result, the other one that is promoted to it, on either side. */
    private static Expression binary(JavaType type, List<String> operators, Growth growth) {
        String template = "(` " + growth.pick(operators) + " `)";
        return growth.oneIn(2)
                ? Expression.of(type, template, operand(type, growth), narrower(type, growth))
                : Expression.of(type, template, narrower(type, growth), operand(type, growth));
    }

    private static Expression operand(JavaType type, Growth growth) {
        return growth.expression(type == JavaType.INT ? growth.pick(INT_LIKE) : type);
    }

    private static Expression narrower(JavaType type, Growth growth) {
        List<JavaType> numbers = JavaType.ofNumbers();
        List<JavaType> promoted = numbers.subList(0, numbers.indexOf(type) + 1);
        return growth.expression(growth.oneIn(2) ? type : growth.pick(promoted));
    }
}
