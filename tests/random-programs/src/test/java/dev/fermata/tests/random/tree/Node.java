package dev.fermata.tests.random.tree;

import java.util.List;

/** A piece of a program: text with holes, in which other pieces stand. Immutable. */
public sealed interface Node permits Expression, Statement, Sequence {
    /** Stands for a child in a template; no Java program contains it. */
    char HOLE = '`';

    /**
     * What stands in the holes.
     *
     * @return the children from left to right
     */
    List<Node> children();

    /**
     * The same piece around other children.
     *
     * @param children as many as before, except in a {@link Sequence}
     * @return the new piece
     */
    Node with(List<Node> children);

    /**
     * Writes it.
     *
     * @return Java source, not indented
     */
    String text();

    /**
     * How large it is.
     *
     * @return the number of pieces, this one included
     */
    default int size() {
        int size = 1;
        for (Node child : children()) {
            size += child.size();
        }
        return size;
    }

    /** Puts the children's text into the holes. */
    static String fill(String template, List<Node> children) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (char c : template.toCharArray()) {
            if (c == HOLE) {
                text.append(children.get(next++).text());
            } else {
                text.append(c);
            }
        }
        if (next != children.size()) {
            throw new IllegalArgumentException(next + " holes and " + children.size() + " children: " + template);
        }
        return text.toString();
    }
}
