package dev.fermata.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** {@code CompletableFuture} as it is used without coroutines: each has a callback that goes on. */
public final class ChainedFutures {
    private final CallbackQueue queue;
    private final int futures;
    private CompletableFuture<Integer> current;
    private int made;
    private int completed;
    private long sum;

    private ChainedFutures(CallbackQueue queue, int futures) {
        this.queue = queue;
        this.futures = futures;
    }

    /**
     * Futures that have their values when somebody asks.
     *
     * @param futures how many
     * @return the sum of their values
     */
    public static long sumOfCompleted(int futures) {
        ChainedFutures work = new ChainedFutures(null, futures);
        for (int i = 0; i < futures; i++) {
            CompletableFuture<Integer> future = new CompletableFuture<>();
            future.complete(i);
            future.thenAccept(work::add);
        }
        return work.sum;
    }

    /**
     * Futures that a callback completes one after the other.
     *
     * @param queue where it is left
     * @param futures how many
     * @return the sum of their values
     */
    public static long sumOfPending(CallbackQueue queue, int futures) {
        ChainedFutures work = new ChainedFutures(queue, futures);
        work.makeNext();
        queue.add(work::completeNext);
        queue.run();
        return work.sum;
    }

    /**
     * Work that other threads do, and whose results are added up as a chain.
     *
     * @param executor whose threads
     * @param pieces how many
     * @return the sum of their results
     */
    public static long sumOfPieces(Executor executor, int pieces) {
        List<CompletableFuture<Long>> all = new ArrayList<>(pieces);
        for (int i = 0; i < pieces; i++) {
            int value = i;
            all.add(CompletableFuture.supplyAsync(() -> Piece.of(value), executor));
        }
        CompletableFuture<Long> sum = CompletableFuture.completedFuture(0L);
        for (CompletableFuture<Long> one : all) {
            sum = sum.thenCombine(one, Long::sum);
        }
        return sum.join();
    }

    private void makeNext() {
        if (made < futures) {
            made++;
            current = new CompletableFuture<>();
            current.thenAccept(this::goOn);
        }
    }

    private void goOn(int value) {
        add(value);
        queue.add(this::makeNext);
    }

    private void completeNext() {
        if (completed < futures) {
            current.complete(completed++);
            queue.add(this::completeNext);
        }
    }

    private void add(int value) {
        sum += value;
    }
}
