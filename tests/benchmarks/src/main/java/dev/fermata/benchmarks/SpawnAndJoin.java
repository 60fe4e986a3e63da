package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.CallbackQueue;
import dev.fermata.benchmarks.peers.KotlinEventLoops;
import dev.fermata.benchmarks.peers.SpawningCallback;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.loop.EventLoop;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A task that does next to nothing, spawned on an event loop and awaited: the cost of one. */
@State(Scope.Thread)
@OperationsPerInvocation(SpawnAndJoin.SPAWNS)
public class SpawnAndJoin extends OnALoop {
    static final int SPAWNS = 10_000;

    /** A callback left in a queue, which leaves another there. */
    @Benchmark
    public long handWritten() {
        CallbackQueue queue = new CallbackQueue();
        SpawningCallback spawning = new SpawningCallback(queue, SPAWNS);
        queue.add(spawning);
        queue.run();
        return spawning.sum();
    }

    /** A {@code Task}. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(sumOfSpawned(loop, SPAWNS));
    }

    /** Kotlin's {@code async} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinEventLoops.sumOfSpawned(SPAWNS);
    }

    /** Virtual threads, started and joined. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.sumOfSpawned(SPAWNS);
    }

    @Suspendable
    private static Coroutine<Long> sumOfSpawned(EventLoop loop, int spawns) {
        long sum = 0;
        for (int i = 0; i < spawns; i++) {
            sum += Coroutine.<Integer>await(loop.spawn(same(i)));
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Integer> same(int value) {
        return Coroutine.of(value);
    }
}
