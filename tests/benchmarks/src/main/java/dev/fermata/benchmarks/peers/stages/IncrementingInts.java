package dev.fermata.benchmarks.peers.stages;

import java.util.PrimitiveIterator;

/** Adds one to each value, without boxes. */
public final class IncrementingInts implements PrimitiveIterator.OfInt {
    private final PrimitiveIterator.OfInt values;

    /**
     * Makes one.
     *
     * @param values the stage before
     */
    public IncrementingInts(PrimitiveIterator.OfInt values) {
        this.values = values;
    }

    @Override
    public boolean hasNext() {
        return values.hasNext();
    }

    @Override
    public int nextInt() {
        return values.nextInt() + 1;
    }
}
