package dev.fermata.tests.random.tree;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Pieces side by side, of which any can be left out.
 *
 * @param role what they are to what they stand in
 * @param children the pieces
 */
public record Sequence(Role role, List<Node> children) implements Node {
    /** What stands side by side, and what is written in between. */
    public enum Role {
        /** Statements of a block. */
        STATEMENTS("\n"),
        /** Cases of a switch. */
        CASES("\n"),
        /** Catch clauses. */
        CATCHES(" "),
        /** Arguments, or elements of an array. */
        ARGUMENTS(", "),
        /** Resources of a {@code try}. */
        RESOURCES("; "),
        /** Members of a class. */
        MEMBERS("\n\n");

        private final String separator;

        Role(String separator) {
            this.separator = separator;
        }
    }

    @Override
    public Node with(List<Node> others) {
        return new Sequence(role, List.copyOf(others));
    }

    @Override
    public String text() {
        return children.stream().map(Node::text).collect(Collectors.joining(role.separator));
    }
}
