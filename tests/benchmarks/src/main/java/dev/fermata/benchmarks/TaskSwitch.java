package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.CallbackQueue;
import dev.fermata.benchmarks.peers.KotlinEventLoops;
import dev.fermata.benchmarks.peers.TurningCallback;
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

/** Tasks of one event loop that give way to each other all the time: the cost of going from one to the next. */
@State(Scope.Thread)
@OperationsPerInvocation(TaskSwitch.SWITCHES)
public class TaskSwitch extends OnALoop {
    static final int SWITCHES = 10_000;

    /** How many tasks. */
    @Param({"2", "100"})
    public int tasks;

    /** Callbacks that leave themselves in one queue. */
    @Benchmark
    public long handWritten() {
        CallbackQueue queue = new CallbackQueue();
        List<TurningCallback> all = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            TurningCallback turning = new TurningCallback(queue, SWITCHES / tasks);
            all.add(turning);
            queue.add(turning);
        }
        queue.run();
        return all.stream().mapToLong(TurningCallback::sum).sum();
    }

    /** {@code sleep} for no time. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(sumOf(loop, tasks));
    }

    /** Kotlin's {@code yield} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinEventLoops.sumOfTaskSwitches(tasks, SWITCHES / tasks);
    }

    /** Virtual threads that yield, on as many processors as there are. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.sumOfSwitches(tasks, SWITCHES / tasks);
    }

    @Suspendable
    private static Coroutine<Long> sumOf(EventLoop loop, int tasks) {
        List<Task<Long>> all = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            all.add(loop.spawn(turning(SWITCHES / tasks)));
        }
        long sum = 0;
        for (Task<Long> task : all) {
            sum += Coroutine.<Long>await(task);
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> turning(int turns) {
        long sum = 0;
        for (int i = 0; i < turns; i++) {
            Coroutine.await(EventLoop.sleep(Duration.ZERO));
            sum += i;
        }
        return Coroutine.of(sum);
    }
}
