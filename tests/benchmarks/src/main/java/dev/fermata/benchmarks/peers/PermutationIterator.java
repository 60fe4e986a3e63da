package dev.fermata.benchmarks.peers;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** All permutations, in the order in which a method that calls itself would find them, with a stack of its own. */
public final class PermutationIterator implements Iterator<int[]> {
    private final int[] values;

    /** For each position before {@link #depth}, the index of the element that has been swapped into it. */
    private final int[] chosen;

    private int depth;
    private boolean found;

    /**
     * Makes one.
     *
     * @param elements of how many, at least one
     */
    public PermutationIterator(int elements) {
        values = Permutation.first(elements);
        chosen = new int[elements];
        descend();
    }

    @Override
    public boolean hasNext() {
        if (!found) {
            advance();
        }
        return found;
    }

    @Override
    public int[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        found = false;
        return values;
    }

    /** Takes the last choice back that has an alternative, takes that, and goes down from there. */
    private void advance() {
        while (depth > 0) {
            depth--;
            Permutation.swap(values, depth, chosen[depth]);
            if (++chosen[depth] < values.length) {
                Permutation.swap(values, depth, chosen[depth]);
                depth++;
                descend();
                return;
            }
        }
    }

    /** Chooses for every position that is left the element that is there already. */
    private void descend() {
        for (; depth < values.length; depth++) {
            chosen[depth] = depth;
        }
        found = true;
    }
}
