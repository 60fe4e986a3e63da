package dev.fermata.tests.random.tree;

import java.util.List;

/**
 * A statement, or another thing that stands among its like: a case, a catch clause, a member of a class.
 *
 * @param template its text
 * @param children what stands in the holes
 */
public record Statement(String template, List<Node> children) implements Node {
    /**
     * Makes one.
     *
     * @param template its text, with holes
     * @param children one for each hole
     * @return the statement
     */
    public static Statement of(String template, Node... children) {
        return new Statement(template, List.of(children));
    }

    @Override
    public Node with(List<Node> others) {
        return new Statement(template, List.copyOf(others));
    }

    @Override
    public String text() {
        return Node.fill(template, children);
    }
}
