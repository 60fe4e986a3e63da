package dev.fermata.benchmarks.peers.kilim;

import dev.fermata.benchmarks.peers.Permutation;
import kilim.Generator;
import kilim.Pausable;

/** All permutations, by a method that calls itself for what is still to be permuted. */
public final class KilimPermutations extends Generator<int[]> {
    private final int elements;

    /**
     * Makes one.
     *
     * @param elements of how many
     */
    public KilimPermutations(int elements) {
        this.elements = elements;
    }

    @Override
    public void execute() throws Pausable {
        permute(Permutation.first(elements), 0);
    }

    private void permute(int[] values, int from) throws Pausable {
        if (from == values.length) {
            this.yield(values);
            return;
        }
        for (int i = from; i < values.length; i++) {
            Permutation.swap(values, from, i);
            permute(values, from + 1);
            Permutation.swap(values, from, i);
        }
    }
}
