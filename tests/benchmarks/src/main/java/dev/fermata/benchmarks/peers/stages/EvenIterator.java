package dev.fermata.benchmarks.peers.stages;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Lets even values through. */
public final class EvenIterator implements Iterator<Integer> {
    private final Iterator<Integer> values;

    /** What {@link #next} will give; null if that is not known yet, or nothing. */
    private Integer found;

    /**
     * Makes one.
     *
     * @param values the stage before
     */
    public EvenIterator(Iterator<Integer> values) {
        this.values = values;
    }

    @Override
    public boolean hasNext() {
        while (found == null && values.hasNext()) {
            Integer value = values.next();
            if (value % 2 == 0) {
                found = value;
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
