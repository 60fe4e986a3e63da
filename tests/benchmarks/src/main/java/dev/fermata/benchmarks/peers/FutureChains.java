package dev.fermata.benchmarks.peers;

import java.util.concurrent.CompletableFuture;

/** Methods that call one another and return {@code CompletableFuture}, as asynchronous Java is written without coroutines. */
public final class FutureChains {
    private FutureChains() {}

    /**
     * Chains of which nothing is ever pending.
     *
     * @param chains how many
     * @param depth how many futures are in each
     * @return the sum of their results
     */
    public static long sumOfReadyChains(int chains, int depth) {
        long sum = 0;
        for (int i = 0; i < chains; i++) {
            sum += ready(depth, i).join();
        }
        return sum;
    }

    /**
     * Chains of which the innermost future is completed by a loop, and the others by it.
     *
     * @param chains how many
     * @param depth how many futures are in each
     * @return the sum of their results
     */
    public static long sumOfSuspendingChains(int chains, int depth) {
        EchoCallbacks loop = new EchoCallbacks();
        long sum = 0;
        for (int i = 0; i < chains; i++) {
            CompletableFuture<Integer> chain = pending(loop, depth, i);
            loop.run();
            sum += chain.join();
        }
        return sum;
    }

    private static CompletableFuture<Integer> ready(int depth, int value) {
        if (depth == 1) {
            return CompletableFuture.completedFuture(value);
        }
        return ready(depth - 1, value).thenApply(result -> result + 1);
    }

    private static CompletableFuture<Integer> pending(EchoCallbacks loop, int depth, int value) {
        if (depth == 1) {
            CompletableFuture<Integer> innermost = new CompletableFuture<>();
            loop.park(value, innermost::complete);
            return innermost;
        }
        return pending(loop, depth - 1, value).thenApply(result -> result + 1);
    }
}
