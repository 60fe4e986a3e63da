package dev.fermata.benchmarks;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.KotlinFlows;
import dev.fermata.benchmarks.peers.Lookup;
import dev.fermata.benchmarks.peers.PipelineCallbacks;
import dev.fermata.benchmarks.peers.ReactorPipelines;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * An asynchronous source, a filter that lets every other item through, a stage that waits for a future of each, and a sum:
 * the cost of one item of the source. The futures are complete, so that it is the pipeline that is measured.
 */
@State(Scope.Thread)
@OperationsPerInvocation(AsyncPipeline.ITEMS)
public class AsyncPipeline extends OnALoop {
    static final int ITEMS = 1_000;

    /** A field, so that the compiler does not know how many there will be. */
    private int items = ITEMS;

    /** One object that goes on when there is an answer. */
    @Benchmark
    public long handWritten() {
        return PipelineCallbacks.sumOf(items).join();
    }

    /** {@code AsyncGenerator}s, each in a {@code for} loop of the next. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(sumOf(lookedUp(even(numbers(items)))));
    }

    /** Kotlin's {@code Flow} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinFlows.sumOfLookedUp(items);
    }

    /** A {@code Flux}. */
    @Benchmark
    public long reactor() {
        return ReactorPipelines.sumOf(items);
    }

    @Suspendable
    private static AsyncGenerator<Integer> numbers(int upTo) {
        for (int i = 0; i < upTo; i++) {
            AsyncGenerator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static AsyncGenerator<Integer> even(AsyncGenerator<Integer> values) {
        for (int value : values) {
            if (value % 2 == 0) {
                AsyncGenerator.yield(value);
            }
        }
        return null;
    }

    @Suspendable
    private static AsyncGenerator<Integer> lookedUp(AsyncGenerator<Integer> values) {
        for (int value : values) {
            AsyncGenerator.yield(Coroutine.<Integer>await(Lookup.of(value)));
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Long> sumOf(AsyncGenerator<Integer> values) {
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return Coroutine.of(sum);
    }
}
