package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.KotlinPrimitives;
import dev.fermata.benchmarks.peers.SleepingCallbacks;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Very many tasks that sleep at once, and then wake or are cancelled: the cost of one from its start to its end. Those that
 * wake sleep a millisecond, which has passed long before all have been started.
 */
@State(Scope.Thread)
@OperationsPerInvocation(SleepingTasks.TASKS)
public class SleepingTasks extends OnALoop {
    static final int TASKS = 100_000;

    /** Whether they are cancelled, or wake. */
    @Param({"false", "true"})
    public boolean cancelled;

    /** Callbacks in a priority queue. */
    @Benchmark
    public long handWritten() {
        return SleepingCallbacks.ended(TASKS, cancelled);
    }

    /** {@code EventLoop.sleep}. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(ended(loop, TASKS, cancelled));
    }

    /** Kotlin's {@code delay} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinPrimitives.slept(TASKS, cancelled);
    }

    /** Virtual threads that sleep. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.slept(TASKS, cancelled);
    }

    @Suspendable
    private static Coroutine<Long> ended(EventLoop loop, int tasks, boolean cancelled) {
        List<Task<Void>> all = new ArrayList<>(tasks);
        Duration length = cancelled ? Duration.ofHours(1) : Duration.ofMillis(1);
        for (int i = 0; i < tasks; i++) {
            all.add(loop.spawn(sleeping(length)));
        }
        Coroutine.await(EventLoop.sleep(Duration.ZERO)); // all sleep by then
        long ended = 0;
        for (Task<Void> task : all) {
            if (cancelled) {
                task.cancel();
            }
        }
        for (Task<Void> task : all) {
            while (!task.isDone()) {
                Coroutine.await(EventLoop.sleep(Duration.ofMillis(1)));
            }
            ended++;
        }
        return Coroutine.of(ended);
    }

    @Suspendable
    private static Coroutine<Void> sleeping(Duration length) {
        Coroutine.await(EventLoop.sleep(length));
        return null;
    }
}
