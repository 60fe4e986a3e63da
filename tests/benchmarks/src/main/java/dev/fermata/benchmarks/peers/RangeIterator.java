package dev.fermata.benchmarks.peers;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Counts from zero. */
public final class RangeIterator implements Iterator<Integer> {
    private final int upTo;
    private int next;

    /**
     * Makes one.
     *
     * @param upTo where to stop
     */
    public RangeIterator(int upTo) {
        this.upTo = upTo;
    }

    @Override
    public boolean hasNext() {
        return next < upTo;
    }

    @Override
    public Integer next() {
        if (next >= upTo) {
            throw new NoSuchElementException();
        }
        return next++;
    }
}
