package dev.fermata.benchmarks.peers.stages;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Ends before the first value that is not below a limit. */
public final class BelowIterator implements Iterator<Integer> {
    private final Iterator<Integer> values;
    private final int limit;

    /** What {@link #next} will give; null if that is not known yet, or nothing. */
    private Integer found;

    private boolean ended;

    /**
     * Makes one.
     *
     * @param values the stage before
     * @param limit what ends it
     */
    public BelowIterator(Iterator<Integer> values, int limit) {
        this.values = values;
        this.limit = limit;
    }

    @Override
    public boolean hasNext() {
        if (found == null && !ended) {
            found = values.hasNext() ? values.next() : null;
            if (found == null || found >= limit) {
                ended = true;
                found = null;
            }
        }
        return found != null;
    }

    @Override
    public Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Integer value = found;
        found = null;
        return value;
    }
}
