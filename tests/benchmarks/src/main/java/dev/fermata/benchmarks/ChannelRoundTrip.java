package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.CallbackQueue;
import dev.fermata.benchmarks.peers.KotlinPrimitives;
import dev.fermata.benchmarks.peers.TurningCallback;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.queue.Channel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Two tasks throw a number to each other through two rendezvous channels: the cost of there and back. */
@State(Scope.Thread)
@OperationsPerInvocation(ChannelRoundTrip.ROUNDS)
public class ChannelRoundTrip extends OnALoop {
    static final int ROUNDS = 10_000;

    /** A callback that goes through a queue for each round. */
    @Benchmark
    public long handWritten() {
        CallbackQueue queue = new CallbackQueue();
        TurningCallback turning = new TurningCallback(queue, ROUNDS);
        queue.add(turning);
        queue.run();
        return turning.sum();
    }

    /** {@code Channel.rendezvous()}. */
    @Benchmark
    public long fermata() {
        return loop.runUntilComplete(sumOfEchoes(loop, ROUNDS));
    }

    /** Kotlin's {@code Channel} on {@code runBlocking}. */
    @Benchmark
    public long kotlin() {
        return KotlinPrimitives.sumOfEchoes(ROUNDS);
    }

    /** {@code SynchronousQueue}. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.sumOfEchoes(ROUNDS);
    }

    @Suspendable
    private static Coroutine<Long> sumOfEchoes(EventLoop loop, int rounds) {
        Channel<Integer> there = Channel.rendezvous();
        Channel<Integer> back = Channel.rendezvous();
        Task<Void> echo = loop.spawn(echo(there, back, rounds));
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            Coroutine.await(there.send(i));
            sum += Coroutine.<Integer>await(back.receive());
        }
        Coroutine.await(echo);
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Void> echo(Channel<Integer> there, Channel<Integer> back, int rounds) {
        for (int i = 0; i < rounds; i++) {
            Integer value = Coroutine.await(there.receive());
            Coroutine.await(back.send(value));
        }
        return null;
    }
}
