package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.CallbackQueue;
import dev.fermata.benchmarks.peers.KotlinPrimitives;
import dev.fermata.benchmarks.peers.PipingCallbacks;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.queue.Channel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A task sends numbers to another by way of a buffer, as fast as both can: the cost of one number. */
@State(Scope.Thread)
@OperationsPerInvocation(BufferedChannel.ELEMENTS)
public class BufferedChannel extends OnALoop {
    static final int ELEMENTS = 10_000;
    private static final int CAPACITY = 64;

    /** Two callbacks at a queue, of which one fills it and the other empties it. */
    @Benchmark
    public long handWritten() {
        CallbackQueue queue = new CallbackQueue();
        PipingCallbacks piping = new PipingCallbacks(queue, CAPACITY, ELEMENTS);
        piping.start();
        queue.run();
        return piping.sum();
    }

    /** {@code Channel.buffered}. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(sumOfReceived(loop, ELEMENTS));
    }

    /** {@code AsyncQueue}. */
    @Benchmark
    public long fermataQueue() {
        return loop.runUntilComplete(sumOfTaken(loop, ELEMENTS));
    }

    /** Kotlin's {@code Channel} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinPrimitives.sumOfBuffered(CAPACITY, ELEMENTS);
    }

    /** {@code ArrayBlockingQueue}. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.sumOfBuffered(CAPACITY, ELEMENTS);
    }

    @Suspendable
    private static Coroutine<Long> sumOfReceived(EventLoop loop, int elements) {
        Channel<Integer> channel = Channel.buffered(CAPACITY);
        Task<Void> sender = loop.spawn(sendAll(channel, elements));
        long sum = 0;
        for (int i = 0; i < elements; i++) {
            sum += Coroutine.<Integer>await(channel.receive());
        }
        Coroutine.await(sender);
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Void> sendAll(Channel<Integer> channel, int elements) {
        for (int i = 0; i < elements; i++) {
            Coroutine.await(channel.send(i));
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Long> sumOfTaken(EventLoop loop, int elements) {
        AsyncQueue<Integer> queue = AsyncQueue.fifo(CAPACITY);
        Task<Void> putter = loop.spawn(putAll(queue, elements));
        long sum = 0;
        for (int i = 0; i < elements; i++) {
            sum += Coroutine.<Integer>await(queue.get());
        }
        Coroutine.await(putter);
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Void> putAll(AsyncQueue<Integer> queue, int elements) {
        for (int i = 0; i < elements; i++) {
            Coroutine.await(queue.put(i));
        }
        return null;
    }
}
