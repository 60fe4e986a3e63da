package dev.fermata.benchmarks.peers;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Counts down to zero. */
public final class CountdownIterator implements Iterator<Integer> {
    private int next;

    /**
     * Makes one.
     *
     * @param from the first number
     */
    public CountdownIterator(int from) {
        next = from;
    }

    @Override
    public boolean hasNext() {
        return next > 0;
    }

    @Override
    public Integer next() {
        if (next <= 0) {
            throw new NoSuchElementException();
        }
        return next--;
    }
}
