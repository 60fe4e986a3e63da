package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.ChainedFutures;
import dev.fermata.benchmarks.peers.KotlinPrimitives;
import dev.fermata.benchmarks.peers.Piece;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One thread deals a thousand small pieces of work to as many others as there are processors, and gathers what comes of
 * them: the cost of one piece, its work included.
 */
@State(Scope.Thread)
@OperationsPerInvocation(FanOutFanIn.PIECES)
public class FanOutFanIn extends OnALoop {
    static final int PIECES = 1_000;
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final List<LoopThread> workers = new ArrayList<>();
    private ExecutorService executor;

    /** Starts the threads. */
    @Setup
    public void openWorkers() {
        executor = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            workers.add(LoopThread.start(task -> new Thread(task, "worker")));
        }
    }

    /** Ends them. */
    @TearDown
    public void closeWorkers() {
        executor.shutdown();
        workers.forEach(LoopThread::close);
    }

    /** A pool of threads, a sum and a latch. */
    @Benchmark
    public long handWritten() throws InterruptedException {
        AtomicLong sum = new AtomicLong();
        CountDownLatch latch = new CountDownLatch(PIECES);
        for (int i = 0; i < PIECES; i++) {
            int value = i;
            executor.execute(() -> {
                sum.addAndGet(Piece.of(value));
                latch.countDown();
            });
        }
        latch.await();
        return sum.get();
    }

    /** {@code CompletableFuture.supplyAsync} on the same pool, chained. */
    @Benchmark
    public long completableFuture() {
        return ChainedFutures.sumOfPieces(executor, PIECES);
    }

    /** Coroutines given to other loops, awaited. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(sumOfSubmitted(workers, PIECES));
    }

    /** {@code EventLoop.offload} to the same pool. */
    @Benchmark
    public long fermataOffload() {
        return loop.runUntilComplete(sumOfOffloaded(loop, executor, PIECES));
    }

    /** Kotlin's {@code async} on {@code Dispatchers.Default}, from {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinPrimitives.sumOfPieces(PIECES);
    }

    /** A virtual thread for each piece. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.sumOfPieces(PIECES);
    }

    @Suspendable
    private static Coroutine<Long> sumOfSubmitted(List<LoopThread> workers, int pieces) {
        List<CompletableFuture<Long>> all = new ArrayList<>(pieces);
        for (int i = 0; i < pieces; i++) {
            all.add(workers.get(i % workers.size()).submit(piece(i)));
        }
        long sum = 0;
        for (CompletableFuture<Long> one : all) {
            sum += Coroutine.<Long>await(one);
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> sumOfOffloaded(EventLoop loop, ExecutorService executor, int pieces) {
        List<Deferred<Long>> all = new ArrayList<>(pieces);
        for (int i = 0; i < pieces; i++) {
            int value = i;
            all.add(loop.offload(executor, () -> Piece.of(value)));
        }
        long sum = 0;
        for (Deferred<Long> one : all) {
            sum += Coroutine.<Long>await(one);
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> piece(int value) {
        return Coroutine.of(Piece.of(value));
    }
}
