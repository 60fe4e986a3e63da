package dev.fermata.benchmarks.peers.eaasync;

import static com.ea.async.Async.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Futures that are made, completed, and awaited. */
public final class EaAsyncFutures {
    private final Executor loop;
    private final int number;
    private CompletableFuture<Integer> current;

    private EaAsyncFutures(Executor loop, int number) {
        this.loop = loop;
        this.number = number;
    }

    /**
     * Futures that have their values when they are awaited.
     *
     * @param futures how many
     * @return the sum of their values
     */
    public static long sumOfCompleted(int futures) {
        return completed(futures).join();
    }

    /**
     * Futures of which another method completes one in each turn of a loop.
     *
     * @param loop what runs the turns
     * @param futures how many
     * @return the sum of their values, as soon as the loop has run
     */
    public static CompletableFuture<Long> sumOfPending(Executor loop, int futures) {
        return new EaAsyncFutures(loop, futures).sum();
    }

    private static CompletableFuture<Long> completed(int futures) {
        long sum = 0;
        for (int i = 0; i < futures; i++) {
            CompletableFuture<Integer> future = new CompletableFuture<>();
            future.complete(i);
            sum += await(future);
        }
        return completedFuture(sum);
    }

    private CompletableFuture<Long> sum() {
        loop.execute(this::complete);
        long sum = 0;
        for (int i = 0; i < number; i++) {
            current = new CompletableFuture<>();
            sum += await(current);
        }
        return completedFuture(sum);
    }

    private CompletableFuture<Void> complete() {
        for (int i = 0; i < number; i++) {
            current.complete(i);
            await(nextTurn());
        }
        return completedFuture(null);
    }

    private CompletableFuture<Void> nextTurn() {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        loop.execute(() -> turn.complete(null));
        return turn;
    }
}
