package dev.fermata.benchmarks.peers;

/** What all that permute have in common: they permute one array in place, and hand it out each time. */
public final class Permutation {
    private Permutation() {}

    /**
     * Where all begin.
     *
     * @param elements how many
     * @return the numbers from zero, in order
     */
    public static int[] first(int elements) {
        int[] values = new int[elements];
        for (int i = 0; i < elements; i++) {
            values[i] = i;
        }
        return values;
    }

    /**
     * Swaps two elements.
     *
     * @param values where
     * @param one the index of one
     * @param other the index of the other, which may be the same
     */
    public static void swap(int[] values, int one, int other) {
        int value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
