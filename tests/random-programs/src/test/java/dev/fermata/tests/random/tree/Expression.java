package dev.fermata.tests.random.tree;

import java.util.List;

/**
 * An expression of exactly one type, written so that it can stand wherever that type can: in parentheses unless it is a
 * primary.
 *
 * @param type its type
 * @param template its text
 * @param children what stands in the holes
 */
public record Expression(JavaType type, String template, List<Node> children) implements Node {
    /**
     * Makes one.
     *
     * @param type its type
     * @param template its text, with holes
     * @param children one for each hole
     * @return the expression
     */
    public static Expression of(JavaType type, String template, Node... children) {
        return new Expression(type, template, List.of(children));
    }

    /**
     * The same in parentheses.
     *
     * @return an expression that is a primary
     */
    public Expression parenthesised() {
        return new Expression(type, "(" + template + ")", children);
    }

    @Override
    public Node with(List<Node> others) {
        return new Expression(type, template, List.copyOf(others));
    }

    @Override
    public String text() {
        return Node.fill(template, children);
    }
}
