package dev.fermata.benchmarks.peers.kilim;

import kilim.Generator;
import kilim.Pausable;

/** Counts down to zero, by a method that calls itself after each number. */
public final class KilimCountdown extends Generator<Integer> {
    private final int from;

    /**
     * Makes one.
     *
     * @param from the first number, which is also how deep it gets
     */
    public KilimCountdown(int from) {
        this.from = from;
    }

    @Override
    public void execute() throws Pausable {
        countDown(from);
    }

    private int countDown(int from) throws Pausable {
        if (from == 0) {
            return 0;
        }
        this.yield(from);
        return countDown(from - 1) + 1;
    }
}
