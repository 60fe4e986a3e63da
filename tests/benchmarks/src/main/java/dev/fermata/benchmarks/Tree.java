package dev.fermata.benchmarks;

/** A binary tree. Fields, so that all peers pay the same for reading it. */
public final class Tree {
    /** May be null. */
    public final Tree left;

    /** What the walk gives. */
    public final int value;

    /** May be null. */
    public final Tree right;

    private Tree(Tree left, int value, Tree right) {
        this.left = left;
        this.value = value;
        this.right = right;
    }

    /**
     * Makes a balanced tree of the numbers from {@code from} to below {@code to}.
     *
     * @param from the first
     * @param to behind the last
     * @return the root, null for no numbers
     */
    public static Tree balanced(int from, int to) {
        if (from == to) {
            return null;
        }
        int middle = (from + to) >>> 1;
        return new Tree(balanced(from, middle), middle, balanced(middle + 1, to));
    }
}
