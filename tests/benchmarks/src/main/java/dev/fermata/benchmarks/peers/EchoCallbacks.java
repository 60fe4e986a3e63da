package dev.fermata.benchmarks.peers;

import java.util.function.IntConsumer;

/** A loop for code in callback style: calls back with the value that was left with the callback. */
public final class EchoCallbacks {
    private IntConsumer callback;
    private int value;

    /** Makes a loop with nothing to do. */
    public EchoCallbacks() {}

    /**
     * Leaves a callback.
     *
     * @param value what to call it with
     * @param callback what to call, once
     */
    public void park(int value, IntConsumer callback) {
        this.value = value;
        this.callback = callback;
    }

    /** Calls back until nothing has been left. */
    public void run() {
        while (callback != null) {
            IntConsumer next = callback;
            callback = null;
            next.accept(value);
        }
    }
}
