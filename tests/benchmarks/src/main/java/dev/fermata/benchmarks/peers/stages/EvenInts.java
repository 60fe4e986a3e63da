package dev.fermata.benchmarks.peers.stages;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** Lets even values through, without boxes. */
public final class EvenInts implements PrimitiveIterator.OfInt {
    private final PrimitiveIterator.OfInt values;

    /** What {@link #nextInt} will give, if {@link #isKnown}. */
    private int found;

    private boolean isKnown;

    /**
     * Makes one.
     *
     * @param values the stage before
     */
    public EvenInts(PrimitiveIterator.OfInt values) {
        this.values = values;
    }

    @Override
    public boolean hasNext() {
        while (!isKnown && values.hasNext()) {
            found = values.nextInt();
            isKnown = found % 2 == 0;
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
