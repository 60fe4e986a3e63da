package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.EchoCallbacks;
import dev.fermata.benchmarks.peers.FutureChains;
import dev.fermata.benchmarks.peers.KotlinAwaitChains;
import dev.fermata.benchmarks.peers.eaasync.EaAsyncChains;
import java.util.function.IntConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Coroutines that await one another, of which the innermost suspends once: the cost of one call, with its share of being
 * spilled and of handing its result outwards.
 */
@State(Scope.Thread)
@OperationsPerInvocation(SuspendingAwaitChain.CALLS)
public class SuspendingAwaitChain {
    static final int CALLS = 10_000;

    /** How many coroutines await one another. */
    @Param({"1", "10", "100"})
    public int depth;

    private long sum;

    /** Callbacks that call the next one outwards. */
    @Benchmark
    public long handWritten() {
        EchoCallbacks loop = new EchoCallbacks();
        sum = 0;
        for (int i = 0, chains = CALLS / depth; i < chains; i++) {
            call(loop, depth, i, result -> sum += result);
            loop.run();
        }
        return sum;
    }

    /** Woven methods. */
    @Benchmark
    public long fermata() {
        return (Long) EchoDriver.run(sumOfChains(CALLS / depth, depth));
    }

    /** Suspending functions. */
    @Benchmark
    public long kotlin() {
        return KotlinAwaitChains.sumOfSuspendingChains(CALLS / depth, depth);
    }

    /** Methods that ea-async has woven. */
    @Benchmark
    public long eaAsync() {
        return EaAsyncChains.sumOfSuspendingChains(CALLS / depth, depth);
    }

    /** {@code CompletableFuture}s, each made by {@code thenApply} of the one inside, of which the innermost is pending. */
    @Benchmark
    public long completableFuture() {
        return FutureChains.sumOfSuspendingChains(CALLS / depth, depth);
    }

    private static void call(EchoCallbacks loop, int depth, int value, IntConsumer callback) {
        if (depth == 1) {
            loop.park(value, callback);
        } else {
            call(loop, depth - 1, value, result -> callback.accept(result + 1));
        }
    }

    @Suspendable
    private static Coroutine<Long> sumOfChains(int chains, int depth) {
        long sum = 0;
        for (int i = 0; i < chains; i++) {
            sum += Coroutine.<Integer>await(chain(depth, i));
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Integer> chain(int depth, int value) {
        if (depth == 1) {
            return Coroutine.of(Coroutine.<Integer>suspend(value));
        }
        return Coroutine.of(Coroutine.<Integer>await(chain(depth - 1, value)) + 1);
    }
}
