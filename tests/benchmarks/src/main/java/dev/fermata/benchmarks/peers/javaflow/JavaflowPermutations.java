package dev.fermata.benchmarks.peers.javaflow;

import dev.fermata.benchmarks.peers.Permutation;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** All permutations, by a method that calls itself for what is still to be permuted. */
public final class JavaflowPermutations implements Runnable {
    private final int elements;

    /**
     * Makes one.
     *
     * @param elements of how many
     */
    public JavaflowPermutations(int elements) {
        this.elements = elements;
    }

    @Override
    public @continuable void run() {
        permute(Permutation.first(elements), 0);
    }

    private static @continuable void permute(int[] values, int from) {
        if (from == values.length) {
            Continuation.suspend(values);
            return;
        }
        for (int i = from; i < values.length; i++) {
            Permutation.swap(values, from, i);
            permute(values, from + 1);
            Permutation.swap(values, from, i);
        }
    }
}
