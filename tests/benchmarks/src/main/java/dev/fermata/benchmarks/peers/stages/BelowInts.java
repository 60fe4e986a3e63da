package dev.fermata.benchmarks.peers.stages;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** Ends before the first value that is not below a limit, without boxes. */
public final class BelowInts implements PrimitiveIterator.OfInt {
    private final PrimitiveIterator.OfInt values;
    private final int limit;

    /** What {@link #nextInt} will give, if {@link #isKnown}. */
    private int found;

    private boolean isKnown;
    private boolean ended;

    /**
     * Makes one.
     *
     * @param values the stage before
     * @param limit what ends it
     */
    public BelowInts(PrimitiveIterator.OfInt values, int limit) {
        this.values = values;
        this.limit = limit;
    }

    @Override
    public boolean hasNext() {
        if (!isKnown && !ended) {
            if (values.hasNext()) {
                found = values.nextInt();
                isKnown = found < limit;
            }
            ended = !isKnown;
        }
        return isKnown;
    }

    @Override
    public int nextInt() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        isKnown = false;
        return found;
    }
}
