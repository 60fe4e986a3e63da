package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.CallbackQueue;
import dev.fermata.benchmarks.peers.ChainedFutures;
import dev.fermata.benchmarks.peers.KotlinPrimitives;
import dev.fermata.benchmarks.peers.eaasync.EaAsyncFutures;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One task makes futures and waits for each; another completes one in each turn: the cost of one. */
@State(Scope.Thread)
@OperationsPerInvocation(AwaitPending.FUTURES)
public class AwaitPending extends OnALoop {
    static final int FUTURES = 10_000;

    /** {@code CompletableFuture.thenAccept}, and a callback that completes. */
    @Benchmark
    public long handWritten() {
        return ChainedFutures.sumOfPending(new CallbackQueue(), FUTURES);
    }

    /** A {@code Promise}. */
    @Benchmark
    public long fermata() {
        Promises work = new Promises(loop, FUTURES);
        return loop.runUntilComplete(work.sum());
    }

    /** A {@code CompletableFuture}, awaited. */
    @Benchmark
    public long fermataFuture() {
        Futures work = new Futures(loop, FUTURES);
        return loop.runUntilComplete(work.sum());
    }

    /** Kotlin's {@code CompletableDeferred} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinPrimitives.sumOfPending(FUTURES);
    }

    /** A {@code CompletableFuture}, awaited by a method that ea-async has woven. */
    @Benchmark
    public long eaAsync() {
        CallbackQueue loop = new CallbackQueue();
        CompletableFuture<Long> sum = EaAsyncFutures.sumOfPending(loop::add, FUTURES);
        loop.run();
        return sum.join();
    }

    private static final class Promises {
        private final EventLoop loop;
        private final int number;
        private Promise<Integer> current;

        Promises(EventLoop loop, int number) {
            this.loop = loop;
            this.number = number;
        }

        @Suspendable
        Coroutine<Long> sum() {
            Task<Void> completer = loop.spawn(complete());
            long sum = 0;
            for (int i = 0; i < number; i++) {
                current = new Promise<>(loop);
                sum += Coroutine.<Integer>await(current);
            }
            Coroutine.await(completer);
            return Coroutine.of(sum);
        }

        @Suspendable
        private Coroutine<Void> complete() {
            for (int i = 0; i < number; i++) {
                current.complete(i);
                Coroutine.await(EventLoop.sleep(Duration.ZERO));
            }
            return null;
        }
    }

    private static final class Futures {
        private final EventLoop loop;
        private final int number;
        private CompletableFuture<Integer> current;

        Futures(EventLoop loop, int number) {
            this.loop = loop;
            this.number = number;
        }

        @Suspendable
        Coroutine<Long> sum() {
            Task<Void> completer = loop.spawn(complete());
            long sum = 0;
            for (int i = 0; i < number; i++) {
                current = new CompletableFuture<>();
                sum += Coroutine.<Integer>await(current);
            }
            Coroutine.await(completer);
            return Coroutine.of(sum);
        }

        @Suspendable
        private Coroutine<Void> complete() {
            for (int i = 0; i < number; i++) {
                current.complete(i);
                Coroutine.await(EventLoop.sleep(Duration.ZERO));
            }
            return null;
        }
    }
}
