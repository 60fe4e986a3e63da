package dev.fermata.benchmarks.peers.stages;

import java.util.Iterator;

/** Adds one to each value. */
public final class IncrementingIterator implements Iterator<Integer> {
    private final Iterator<Integer> values;

    /**
     * Makes one.
     *
     * @param values the stage before
     */
    public IncrementingIterator(Iterator<Integer> values) {
        this.values = values;
    }

    @Override
    public boolean hasNext() {
        return values.hasNext();
    }

    @Override
    public Integer next() {
        return values.next() + 1;
    }
}
