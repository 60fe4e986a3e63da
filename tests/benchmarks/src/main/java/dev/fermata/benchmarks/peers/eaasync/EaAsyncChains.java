package dev.fermata.benchmarks.peers.eaasync;

import static com.ea.async.Async.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.concurrent.CompletableFuture;

/** Methods that await one another. */
public final class EaAsyncChains {
    private final EchoFutures loop = new EchoFutures();

    private EaAsyncChains() {}

    /**
     * Methods that never have to wait.
     *
     * @param chains how often the outermost is called
     * @param depth how many await one another
     * @return the sum of the results
     */
    public static long sumOfReadyChains(int chains, int depth) {
        return readyChains(chains, depth).join();
    }

    /**
     * Methods of which the innermost waits once.
     *
     * @param chains how often the outermost is called
     * @param depth how many await one another
     * @return the sum of the results
     */
    public static long sumOfSuspendingChains(int chains, int depth) {
        EaAsyncChains work = new EaAsyncChains();
        CompletableFuture<Long> sum = work.suspendingChains(chains, depth);
        work.loop.run();
        return sum.join();
    }

    /**
     * A method that waits again and again, below others.
     *
     * @param switches how often it waits
     * @param depth how many methods are waiting each time
     * @return the sum of what it was given, and one for each method above the innermost
     */
    public static long sumOfSwitches(int switches, int depth) {
        EaAsyncChains work = new EaAsyncChains();
        CompletableFuture<Long> sum = work.switching(switches, depth);
        work.loop.run();
        return sum.join();
    }

    private static CompletableFuture<Long> readyChains(int chains, int depth) {
        long sum = 0;
        for (int i = 0; i < chains; i++) {
            sum += await(readyChain(depth, i));
        }
        return completedFuture(sum);
    }

    private static CompletableFuture<Integer> readyChain(int depth, int value) {
        if (depth == 1) {
            return completedFuture(value);
        }
        return completedFuture(await(readyChain(depth - 1, value)) + 1);
    }

    private CompletableFuture<Long> suspendingChains(int chains, int depth) {
        long sum = 0;
        for (int i = 0; i < chains; i++) {
            sum += await(suspendingChain(depth, i));
        }
        return completedFuture(sum);
    }

    private CompletableFuture<Integer> suspendingChain(int depth, int value) {
        if (depth == 1) {
            return completedFuture(await(loop.park(value)));
        }
        return completedFuture(await(suspendingChain(depth - 1, value)) + 1);
    }

    private CompletableFuture<Long> switching(int switches, int depth) {
        if (depth > 1) {
            return completedFuture(await(switching(switches, depth - 1)) + 1);
        }
        long sum = 0;
        for (int i = 0; i < switches; i++) {
            sum += await(loop.park(i));
        }
        return completedFuture(sum);
    }
}
