package dev.fermata.benchmarks.peers;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** Counts from zero, without boxes. */
public final class PrimitiveRange implements PrimitiveIterator.OfInt {
    private final int upTo;
    private int next;

    /**
     * Makes one.
     *
     * @param upTo where to stop
     */
    public PrimitiveRange(int upTo) {
        this.upTo = upTo;
    }

    @Override
    public boolean hasNext() {
        return next < upTo;
    }

    @Override
    public int nextInt() {
        if (next >= upTo) {
            throw new NoSuchElementException();
        }
        return next++;
    }
}
