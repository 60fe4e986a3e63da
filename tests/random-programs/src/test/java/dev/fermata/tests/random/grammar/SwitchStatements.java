package dev.fermata.tests.random.grammar;

import dev.fermata.tests.random.tree.Expression;
import dev.fermata.tests.random.tree.Node;
import dev.fermata.tests.random.tree.Sequence;
import dev.fermata.tests.random.tree.Statement;
import java.util.ArrayList;
import java.util.List;

/** {@code switch} statements: with colons and falling through, or with arrows; with a default or without. */
final class SwitchStatements implements StatementFamily {
    @Override
    public void offer(Growth growth, Menu<Statement> menu) {
        if (growth.mayNest()) {
            menu.add(2, () -> colons(growth));
            menu.add(1, () -> arrows(growth));
        }
    }

    private static Statement colons(Growth growth) {
        Selector selector = Selector.by(growth);
        Expression value = selector.value(growth);
        List<Node> cases = new ArrayList<>();
        List<String> labels = new ArrayList<>(selector.labels(growth));
        if (growth.oneIn(2)) {
            labels.add(growth.random().nextInt(labels.size() + 1), "default");
        }
        for (String label : labels) {
            Sequence block = growth.within(
                    growth.setting().withJump("break;"),
                    () -> growth.oneIn(2) ? growth.block() : growth.blockEnding(() -> Statement.of("break;")));
            cases.add(Statement.of(label + ":\n`", block));
        }
        return Statement.of("switch (`) {\n`\n}", value, new Sequence(Sequence.Role.CASES, cases));
    }

    /** A lone {@code break} in such a block leaves the switch, so it is not taken from a loop around. */
    private static Statement arrows(Growth growth) {
        Selector selector = Selector.by(growth);
        Expression value = selector.value(growth);
        List<Node> cases = new ArrayList<>();
        for (String label : selector.labels(growth)) {
            cases.add(
                    growth.oneIn(10)
                            ? Statement.of(label + " -> `", Jumps.throwing(growth))
                            : Statement.of(label + " -> {\n`\n}", growth.block()));
        }
        if (growth.oneIn(2)) {
            cases.add(Statement.of("default -> {\n`\n}", growth.block()));
        }
        return Statement.of("switch (`) {\n`\n}", value, new Sequence(Sequence.Role.CASES, cases));
    }
}
