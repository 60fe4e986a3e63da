package dev.fermata.benchmarks.peers.javaflow;

import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** Counts from zero. */
public final class JavaflowRange implements Runnable {
    private final int upTo;

    /**
     * Makes one.
     *
     * @param upTo where to stop
     */
    public JavaflowRange(int upTo) {
        this.upTo = upTo;
    }

    @Override
    public @continuable void run() {
        for (int i = 0; i < upTo; i++) {
            Continuation.suspend(i);
        }
    }
}
