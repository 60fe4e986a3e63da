package dev.fermata.benchmarks.peers.kilim;

import kilim.Continuation;
import kilim.Fiber;
import kilim.Pausable;

/** Pauses with a number again and again, below other calls, and is resumed with that number. */
public final class KilimSwitches extends Continuation {
    private final int switches;
    private final int depth;
    private int pausedWith;
    private int resumedWith;
    private long result;

    private KilimSwitches(int switches, int depth) {
        this.switches = switches;
        this.depth = depth;
    }

    /**
     * Drives one to its end.
     *
     * @param switches how often it pauses
     * @param depth how many calls are paused each time
     * @return the sum of what it was resumed with, and one for each call above the innermost
     */
    public static long sumOfSwitches(int switches, int depth) {
        KilimSwitches code = new KilimSwitches(switches, depth);
        while (!code.run()) {
            code.resumedWith = code.pausedWith;
        }
        return code.result;
    }

    @Override
    public void execute() throws Pausable {
        result = call(depth);
    }

    private long call(int depth) throws Pausable {
        if (depth > 1) {
            return call(depth - 1) + 1;
        }
        long sum = 0;
        for (int i = 0; i < switches; i++) {
            pausedWith = i;
            Fiber.yield();
            sum += resumedWith;
        }
        return sum;
    }
}
