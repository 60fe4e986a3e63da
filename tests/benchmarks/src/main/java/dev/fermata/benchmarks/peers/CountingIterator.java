package dev.fermata.benchmarks.peers;

import java.util.Iterator;

/** Counts from zero without end. */
public final class CountingIterator implements Iterator<Integer> {
    private int next;

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Integer next() {
        return next++;
    }
}
