package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.CallbackQueue;
import dev.fermata.benchmarks.peers.KotlinPrimitives;
import dev.fermata.benchmarks.peers.TurningCallback;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.sync.Lock;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Two tasks want the same lock, and give way to each other while they have it: the cost of one hand-over. */
@State(Scope.Thread)
@OperationsPerInvocation(2 * LockHandOver.ROUNDS)
public class LockHandOver extends OnALoop {
    static final int ROUNDS = 5_000;

    /** A callback that goes through a queue each time. */
    @Benchmark
    public long handWritten() {
        CallbackQueue queue = new CallbackQueue();
        TurningCallback turning = new TurningCallback(queue, 2 * ROUNDS);
        queue.add(turning);
        queue.run();
        return turning.sum() > 0 ? 2 * ROUNDS : 0;
    }

    /** {@code Lock}. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(locked(loop, ROUNDS));
    }

    /** Kotlin's {@code Mutex} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinPrimitives.locked(ROUNDS);
    }

    /** A fair {@code ReentrantLock}. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.locked(ROUNDS);
    }

    @Suspendable
    private static Coroutine<Long> locked(EventLoop loop, int rounds) {
        Lock lock = new Lock();
        Task<Long> one = loop.spawn(contender(lock, rounds));
        Task<Long> other = loop.spawn(contender(lock, rounds));
        return Coroutine.of(Coroutine.<Long>await(one) + Coroutine.<Long>await(other));
    }

    @Suspendable
    private static Coroutine<Long> contender(Lock lock, int rounds) {
        long taken = 0;
        for (int i = 0; i < rounds; i++) {
            Coroutine.await(lock.acquire());
            try {
                taken++;
                Coroutine.await(EventLoop.sleep(Duration.ZERO));
            } finally {
                lock.release();
            }
        }
        return Coroutine.of(taken);
    }
}
