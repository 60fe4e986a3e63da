package dev.fermata.benchmarks.peers;

import java.util.ArrayDeque;
import java.util.Queue;

/** An event loop reduced to its queue. */
public final class CallbackQueue {
    private final Queue<Runnable> ready = new ArrayDeque<>();

    /** Makes an empty one. */
    public CallbackQueue() {}

    /**
     * Leaves something to be run.
     *
     * @param callback what to run
     */
    public void add(Runnable callback) {
        ready.add(callback);
    }

    /** Runs until nothing is left. */
    public void run() {
        for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
            next.run();
        }
    }
}
