package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.ChainedFutures;
import dev.fermata.benchmarks.peers.KotlinPrimitives;
import dev.fermata.benchmarks.peers.eaasync.EaAsyncFutures;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Futures are made, completed, and waited for: the cost of one that has its value already. */
@State(Scope.Thread)
@OperationsPerInvocation(AwaitCompleted.FUTURES)
public class AwaitCompleted extends OnALoop {
    static final int FUTURES = 10_000;

    /** {@code CompletableFuture.thenAccept}. */
    @Benchmark
    public long handWritten() {
        return ChainedFutures.sumOfCompleted(FUTURES);
    }

    /** A {@code Promise}. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(sumOfPromises(loop, FUTURES));
    }

    /** A {@code CompletableFuture}, awaited. */
    @Benchmark
    public long fermataFuture() {
        return loop.runUntilComplete(sumOfFutures(FUTURES));
    }

    /** Kotlin's {@code CompletableDeferred} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinPrimitives.sumOfCompleted(FUTURES);
    }

    /** A {@code CompletableFuture}, awaited by a method that ea-async has woven. */
    @Benchmark
    public long eaAsync() {
        return EaAsyncFutures.sumOfCompleted(FUTURES);
    }

    @Suspendable
    private static Coroutine<Long> sumOfPromises(EventLoop loop, int futures) {
        long sum = 0;
        for (int i = 0; i < futures; i++) {
            Promise<Integer> promise = new Promise<>(loop);
            promise.complete(i);
            sum += Coroutine.<Integer>await(promise);
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> sumOfFutures(int futures) {
        long sum = 0;
        for (int i = 0; i < futures; i++) {
            CompletableFuture<Integer> future = new CompletableFuture<>();
            future.complete(i);
            sum += Coroutine.<Integer>await(future);
        }
        return Coroutine.of(sum);
    }
}
