package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.JavaType;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** {@code switch} expressions on ints, strings and enums; with arrows or colons, values, blocks or throws. */
final class SwitchExpressions implements ExpressionFamily {
    @Override
    public void offer(JavaType type, Growth growth, Menu<Expression> menu) {
        if (growth.mayNest()) {
            menu.add(2, () -> arrows(type, growth));
            menu.add(1, () -> colons(type, growth));
        }
    }

    private static Expression arrows(JavaType type, Growth growth) {
        Selector selector = Selector.by(growth);
        Expression value = selector.value(growth);
        List<Node> cases = new ArrayList<>();
        for (String label : selector.labels(growth)) {
            cases.add(growth.oneIn(2) ? valueCase(label, type, growth) : blockCase(label, type, growth));
        }
        if (growth.oneIn(8)) {
            cases.add(
                    Statement.of("default -> throw new IllegalStateException(`);", growth.expression(JavaType.STRING)));
        } else {
            cases.add(valueCase("default", type, growth));
        }
        return Expression.of(type, "switch (`) {\n`\n}", value, new Sequence(Sequence.Role.CASES, cases))
                .parenthesised();
    }

    private static Statement valueCase(String label, JavaType type, Growth growth) {
        return Statement.of(label + " -> `;", growth.expression(type));
    }

    private static Statement blockCase(String label, JavaType type, Growth growth) {
        return Statement.of(label + " -> {\n`\n}", yielding(type, growth));
    }

    private static Sequence yielding(JavaType type, Growth growth) {
        return growth.within(
                growth.setting().inSwitchExpression(),
                () -> growth.blockEnding(() -> yielded(growth.expression(type))));
    }

    /** Without arrows, a block that does not yield falls through to the next. */
    private static Expression colons(JavaType type, Growth growth) {
        Selector selector = Selector.by(growth);
        Expression value = selector.value(growth);
        List<Node> cases = new ArrayList<>();
        for (String label : selector.labels(growth)) {
            Sequence block =
                    growth.oneIn(3) ? growth.block(growth.setting().inSwitchExpression()) : yielding(type, growth);
            cases.add(Statement.of(label + ":\n`", block));
        }
        cases.add(Statement.of("default:\n`", yielding(type, growth)));
        return Expression.of(type, "switch (`) {\n`\n}", value, new Sequence(Sequence.Role.CASES, cases))
                .parenthesised();
    }

    /** javac takes {@code yield (switch ...)} for a call of a method. */
    private static Statement yielded(Expression value) {
        String template = value.template();
        return template.startsWith("(switch")
                ? Statement.of(
                        "yield " + template.substring(1, template.length() - 1) + ";",
                        value.children().toArray(Node[]::new))
                : Statement.of("yield `;", value);
    }
}
