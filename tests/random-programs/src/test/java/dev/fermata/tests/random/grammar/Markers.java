package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;

/** Suspension points as expressions of every type. */
final class Markers implements ExpressionFamily {
    private final boolean leaves;

    /**
     * Chooses among the markers.
     *
     * @param leaves whether the operands are to be constants
     */
    Markers(boolean leaves) {
        this.leaves = leaves;
    }

    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        if (!growth.setting().markers() || type == JavaType.TASK || type == JavaType.FLOW) {
            return;
        }
        if (growth.setting().kind().isCoroutine()) {
            menu.add(leaves ? 2 : 6, () -> await(type, growth));
            if (!leaves) {
                offerOtherAwaits(type, growth, menu);
            }
        } else {
            offerYields(type, growth, menu);
        }
    }

    private Expression operand(JavaType type, Growth growth) {
        return leaves ? type.simplest() : growth.expression(type);
    }

    /** {@code await(t.at("p", value))}: the value comes back after any number of suspensions. */
    private Expression await(JavaType type, Growth growth) {
        String point = "await(t.at(\"" + growth.fresh("p") + "\", `))";
        return Expression.of(type, "((" + type.source() + ") " + boxed(type) + point + ")", operand(type, growth));
    }

    /** A wrapper class is named for a primitive type, so that the cast has one meaning only. */
    private static String boxed(JavaType type) {
        return type.isPrimitive() ? "(" + type.boxed() + ") " : "";
    }

    private static void offerOtherAwaits(JavaType type, Growth growth, Menu<Expression> menu) {
        switch (type) {
            case OBJECT -> {
                menu.add(1, () -> Expression.of(type, "suspend(`)", growth.expression(JavaType.OBJECT)));
                menu.add(2, () -> Expression.of(type, "await(echo(t, `))", growth.expression(JavaType.OBJECT)));
                menu.add(2, () -> Expression.of(type, "await(started(`))", growth.expression(JavaType.TASK)));
                menu.add(
                        1,
                        () -> Expression.of(
                                type,
                                "await(` ? t.at(\"" + growth.fresh("p") + "\", `) : echo(t, `))",
                                growth.expression(JavaType.BOOLEAN),
                                growth.expression(JavaType.OBJECT),
                                growth.expression(JavaType.OBJECT)));
            }
            case INT ->
                menu.add(
                        1,
                        () -> Expression.of(
                                type, "((int) Coroutine.<Integer>suspend(`))", growth.expression(JavaType.OBJECT)));
            case STRING ->
                menu.add(
                        1,
                        () -> Expression.of(
                                type, "await(t.read(\"" + growth.fresh("p") + "\", `))", growth.expression(type)));
            default -> {
                // an await is all there is
            }
        }
    }

    /** What is sent is null or an int, so a yield has no other type. */
    private void offerYields(JavaType type, Growth growth, Menu<Expression> menu) {
        int weight = leaves ? 2 : 6;
        switch (type) {
            case OBJECT -> {
                menu.add(weight, () -> yielded(type, "Generator.yield(`)", JavaType.OBJECT, growth));
                if (!leaves) {
                    menu.add(2, () -> yielded(type, "yieldFrom(twice(t, `))", JavaType.OBJECT, growth));
                    menu.add(2, () -> yielded(type, "yieldFrom(started(`))", JavaType.FLOW, growth));
                    menu.add(1, () -> yielded(type, "yieldFrom(Arrays.asList(`))", JavaType.OBJECT, growth));
                    menu.add(
                            1, () -> yielded(type, "yieldFrom(Arrays.asList(`).iterator())", JavaType.INTEGER, growth));
                }
            }
            case INTEGER ->
                menu.add(weight, () -> yielded(type, "Generator.<Integer>yield(`)", JavaType.INTEGER, growth));
            case INT -> menu.add(weight, () -> yielded(type, "orElse(Generator.yield(`), 5)", JavaType.INT, growth));
            case LONG -> menu.add(weight, () -> yielded(type, "((long) orElse(Generator.yield(`), 6))", type, growth));
            case DOUBLE ->
                menu.add(weight, () -> yielded(type, "((double) orElse(Generator.yield(`), 7))", type, growth));
            case BOOLEAN ->
                menu.add(weight, () -> yielded(type, "(Generator.yield(`) == null)", JavaType.STRING, growth));
            case STRING -> menu.add(weight, () -> yielded(type, "(\"s\" + Generator.yield(`))", JavaType.PAIR, growth));
            default -> {
                // arrays and objects are built of these
            }
        }
    }

    private Expression yielded(JavaType type, String template, JavaType operand, Growth growth) {
        return Expression.of(type, template, operand(operand, growth));
    }
}
