package dev.fermata.benchmarks.peers.kilim;

import kilim.Generator;
import kilim.Pausable;

/** Counts from zero. */
public final class KilimRange extends Generator<Integer> {
    private final int upTo;

    /**
     * Makes one.
     *
     * @param upTo where to stop
     */
    public KilimRange(int upTo) {
        this.upTo = upTo;
    }

    @Override
    public void execute() throws Pausable {
        for (int i = 0; i < upTo; i++) {
            this.yield(i);
        }
    }
}
