package dev.fermata.benchmarks.peers.eaasync;

import java.util.concurrent.CompletableFuture;

/** The smallest loop for futures: completes the one that was made last with the value it was made for. */
final class EchoFutures {
    private CompletableFuture<Integer> pending;
    private int value;

    CompletableFuture<Integer> park(int value) {
        this.value = value;
        pending = new CompletableFuture<>();
        return pending;
    }

    void run() {
        while (pending != null) {
            CompletableFuture<Integer> next = pending;
            pending = null;
            next.complete(value);
        }
    }
}
