package dev.fermata.benchmarks.peers;

/**
 * A binary tree; null is the empty one.
 *
 * @param left what comes before
 * @param value the value of this node
 * @param right what comes after
 */
public record Tree(Tree left, int value, Tree right) {
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
