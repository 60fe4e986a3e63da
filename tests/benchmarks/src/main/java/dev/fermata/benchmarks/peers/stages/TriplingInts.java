package dev.fermata.benchmarks.peers.stages;

import java.util.PrimitiveIterator;

/** Makes three times as much of each value, without boxes. */
public final class TriplingInts implements PrimitiveIterator.OfInt {
    private final PrimitiveIterator.OfInt values;

    /**
     * Makes one.
     *
     * @param values the stage before
     */
    public TriplingInts(PrimitiveIterator.OfInt values) {
        this.values = values;
    }

    @Override
    public boolean hasNext() {
        return values.hasNext();
    }

    @Override
    public int nextInt() {
        return values.nextInt() * 3;
    }
}
