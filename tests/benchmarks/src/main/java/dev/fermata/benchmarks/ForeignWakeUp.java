package dev.fermata.benchmarks;

import dev.fermata.benchmarks.peers.KotlinPrimitives;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.loop.LoopThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A thread hands a loop something to do and waits until that is done: both sleep in between. The cost of there and back. */
@State(Scope.Thread)
@OperationsPerInvocation(ForeignWakeUp.ROUNDS)
public class ForeignWakeUp {
    static final int ROUNDS = 100;

    private ExecutorService executor;
    private LoopThread loop;

    /** Starts the threads. */
    @Setup
    public void open() {
        executor = Executors.newSingleThreadExecutor();
        loop = LoopThread.start(task -> new Thread(task, "loop"));
    }

    /** Ends them. */
    @TearDown
    public void close() {
        executor.shutdown();
        loop.close();
    }

    /** A thread that takes from a queue. */
    @Benchmark
    public long handWritten() {
        return sumOfAnswers(executor);
    }

    /** {@code callSoonThreadsafe}. */
    @Benchmark
    public long fermata() {
        return sumOfAnswers(loop.loop()::callSoonThreadsafe);
    }

    /** Kotlin's {@code runBlocking} on a dispatcher of one thread. */
    @Benchmark
    public long kotlin() {
        return KotlinPrimitives.sumOfAnswers(executor, ROUNDS);
    }

    /** A virtual thread for each answer. */
    @Benchmark
    public long virtualThreads() {
        return sumOfAnswers(VirtualThreads::execute);
    }

    private static long sumOfAnswers(Executor there) {
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            int value = i;
            CompletableFuture<Integer> answer = new CompletableFuture<>();
            there.execute(() -> answer.complete(value));
            sum += answer.join();
        }
        return sum;
    }
}
