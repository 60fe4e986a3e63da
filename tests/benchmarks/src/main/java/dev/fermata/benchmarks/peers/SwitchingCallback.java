package dev.fermata.benchmarks.peers;

import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Adds up what the loop calls it with, and leaves itself with the loop again each time. */
public final class SwitchingCallback implements IntConsumer {
    private final EchoCallbacks loop;
    private final int switches;
    private final LongConsumer whenDone;
    private int next;
    private long sum;

    /**
     * Makes one.
     *
     * @param loop where to leave it
     * @param switches how often
     * @param whenDone what to call with the sum
     */
    public SwitchingCallback(EchoCallbacks loop, int switches, LongConsumer whenDone) {
        this.loop = loop;
        this.switches = switches;
        this.whenDone = whenDone;
    }

    /** Leaves it with the loop, or gives the sum. */
    public void goOn() {
        if (next < switches) {
            loop.park(next++, this);
        } else {
            whenDone.accept(sum);
        }
    }

    @Override
    public void accept(int value) {
        sum += value;
        goOn();
    }
}
