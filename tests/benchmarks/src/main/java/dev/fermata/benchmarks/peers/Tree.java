package dev.fermata.benchmarks.peers;

/** A binary tree; null is the empty one. Not a record, because Kilim cannot weave code that uses one. */
public final class Tree {
    private final Tree left;
    private final int value;
    private final Tree right;

    private Tree(Tree left, int value, Tree right) {
        this.left = left;
        this.value = value;
        this.right = right;
    }

    /**
     * What comes before.
     *
     * @return a tree, or null
     */
    public Tree left() {
        return left;
    }

    /**
     * The value of this node.
     *
     * @return the number
     */
    public int value() {
        return value;
    }

    /**
     * What comes after.
     *
     * @return a tree, or null
     */
    public Tree right() {
        return right;
    }

    /**
     * Makes a balanced tree of consecutive numbers.
     *
     * @param from the first
     * @param to after the last
     * @return the tree, null if there are no numbers
     */
    public static Tree balanced(int from, int to) {
        if (from >= to) {
            return null;
        }
        int middle = (from + to) >>> 1;
        return new Tree(balanced(from, middle), middle, balanced(middle + 1, to));
    }
}
