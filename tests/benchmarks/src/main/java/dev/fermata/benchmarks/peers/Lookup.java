package dev.fermata.benchmarks.peers;

import java.util.concurrent.CompletableFuture;

/** An asynchronous service that happens to know every answer already; the same for whoever asks. */
public final class Lookup {
    private Lookup() {}

    /**
     * Asks.
     *
     * @param value what for
     * @return the answer, complete
     */
    public static CompletableFuture<Integer> of(int value) {
        return CompletableFuture.completedFuture(value + 1);
    }
}
