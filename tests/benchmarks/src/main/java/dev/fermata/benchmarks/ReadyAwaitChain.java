package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.FutureChains;
import dev.fermata.benchmarks.peers.KotlinAwaitChains;
import dev.fermata.benchmarks.peers.eaasync.EaAsyncChains;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Coroutines that await one another and never suspend: the cost of one call. */
@State(Scope.Thread)
@OperationsPerInvocation(ReadyAwaitChain.CALLS)
public class ReadyAwaitChain {
    static final int CALLS = 10_000;

    /** How many coroutines await one another. */
    @Param({"1", "10", "100"})
    public int depth;

    /** Ordinary calls. */
    @Benchmark
    public long handWritten() {
        long sum = 0;
        for (int i = 0, chains = CALLS / depth; i < chains; i++) {
            sum += call(depth, i);
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
        return KotlinAwaitChains.sumOfReadyChains(CALLS / depth, depth);
    }

    /** Methods that ea-async has woven. */
    @Benchmark
    public long eaAsync() {
        return EaAsyncChains.sumOfReadyChains(CALLS / depth, depth);
    }

    /** {@code CompletableFuture}s that have their values already, each made of the one inside by {@code thenApply}. */
    @Benchmark
    public long completableFuture() {
        return FutureChains.sumOfReadyChains(CALLS / depth, depth);
    }

    private static int call(int depth, int value) {
        return depth == 1 ? value : call(depth - 1, value) + 1;
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
            return Coroutine.of(value);
        }
        return Coroutine.of(Coroutine.<Integer>await(chain(depth - 1, value)) + 1);
    }
}
