package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.CallbackQueue;
import dev.fermata.benchmarks.peers.KotlinEventLoops;
import dev.fermata.benchmarks.peers.TurningCallback;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A task that gives way to the others of its event loop, of which there are none: the cost of one turn. */
@State(Scope.Thread)
@OperationsPerInvocation(EventLoopTurn.TURNS)
public class EventLoopTurn extends OnALoop {
    static final int TURNS = 10_000;

    /** How many coroutines are suspended, with the one that gives way. */
    @Param({"1", "100"})
    public int depth;

    /** A callback that leaves itself in a queue; nothing is suspended above it. */
    @Benchmark
    public long handWritten() {
        CallbackQueue queue = new CallbackQueue();
        TurningCallback turning = new TurningCallback(queue, TURNS);
        queue.add(turning);
        queue.run();
        return turning.sum() + depth - 1;
    }

    /** {@code sleep} for no time. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(turning(depth, TURNS));
    }

    /** Kotlin's {@code yield} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinEventLoops.sumOfTurns(TURNS, depth);
    }

    /** A virtual thread that yields; its depth changes nothing, so it is not nested. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.sumOfTurns(TURNS) + depth - 1;
    }

    @Suspendable
    private static Coroutine<Long> turning(int depth, int turns) {
        if (depth > 1) {
            return Coroutine.of(Coroutine.<Long>await(turning(depth - 1, turns)) + 1);
        }
        long sum = 0;
        for (int i = 0; i < turns; i++) {
            Coroutine.await(EventLoop.sleep(Duration.ZERO));
            sum += i;
        }
        return Coroutine.of(sum);
    }
}
