package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.CallbackQueue;
import dev.fermata.benchmarks.peers.KotlinPrimitives;
import dev.fermata.benchmarks.peers.SpawningCallback;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.tasks.Tasks;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A thousand tasks that do next to nothing, started together and waited for together: the cost of one. */
@State(Scope.Thread)
@OperationsPerInvocation(GatherThousand.TASKS)
public class GatherThousand extends OnALoop {
    static final int TASKS = 1_000;

    /** Callbacks left in a queue. */
    @Benchmark
    public long handWritten() {
        CallbackQueue queue = new CallbackQueue();
        SpawningCallback spawning = new SpawningCallback(queue, TASKS);
        queue.add(spawning);
        queue.run();
        return spawning.sum();
    }

    /** {@code Tasks.gather}. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(sumOfGathered(TASKS));
    }

    /** Kotlin's {@code async} and {@code awaitAll} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinPrimitives.sumOfGathered(TASKS);
    }

    /** Threads started and joined. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.sumOfGathered(TASKS);
    }

    @Suspendable
    private static Coroutine<Long> sumOfGathered(int tasks) {
        List<Coroutine<Integer>> all = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            all.add(same(i));
        }
        long sum = 0;
        List<Integer> values = Coroutine.await(Tasks.gather(all));
        for (int value : values) {
            sum += value;
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Integer> same(int value) {
        return Coroutine.of(value);
    }
}
