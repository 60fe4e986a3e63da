package dev.fermata.benchmarks.peers.stages;

import java.util.Iterator;

/** Makes three times as much of each value. */
public final class TriplingIterator implements Iterator<Integer> {
    private final Iterator<Integer> values;

    /**
     * Makes one.
     *
     * @param values the stage before
     */
    public TriplingIterator(Iterator<Integer> values) {
        this.values = values;
    }

    @Override
    public boolean hasNext() {
        return values.hasNext();
    }

    @Override
    public Integer next() {
        return values.next() * 3;
    }
}
