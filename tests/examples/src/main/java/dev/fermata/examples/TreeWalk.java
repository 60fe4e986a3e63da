package dev.fermata.examples;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** A tree walked by a method that calls itself, one value at a time; the tree may be deeper than any thread's stack. */
public final class TreeWalk {
    /** A binary search tree; null is the empty one. */
    record Tree(Tree left, int value, Tree right) {}

    private TreeWalk() {}

    @Suspendable
    static Iterable<Integer> inOrder(Tree tree) {
        if (tree != null) {
            Generator.yieldFrom(inOrder(tree.left()));
            Generator.yield(tree.value());
            Generator.yieldFrom(inOrder(tree.right()));
        }
        return null;
    }

    /**
     * Sorts a few numbers by way of a tree, then walks a tree that is one long chain.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Tree tree = null;
        for (int value : new int[] {5, 2, 8, 1, 9, 4}) {
            tree = insert(tree, value);
        }
        for (int value : inOrder(tree)) {
            System.out.println(value);
        }
        System.out.println(
                "deepest of a million: " + inOrder(chain(1_000_000)).iterator().next());
    }

    private static Tree insert(Tree tree, int value) {
        if (tree == null) {
            return new Tree(null, value, null);
        }
        return value < tree.value()
                ? new Tree(insert(tree.left(), value), tree.value(), tree.right())
                : new Tree(tree.left(), tree.value(), insert(tree.right(), value));
    }

    /** A tree in which every node but the deepest has only a left child. */
    private static Tree chain(int length) {
        Tree tree = null;
        for (int value = 1; value <= length; value++) {
            tree = new Tree(tree, value, null);
        }
        return tree;
    }
}
