package dev.fermata.benchmarks.size;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.memory.Heap;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.queue.Channel;
import java.time.Duration;

/**
 * A million tasks on one loop, each of two frames: all wait for a promise, then sleep, then send through a channel. Prints
 * what one of them takes while it waits and while it sleeps, by the difference of the heap in use after collections, and the
 * sum of what they have sent.
 */
public final class MillionTasks {
    /** How many tasks. */
    public static final int TASKS = 1_000_000;

    private MillionTasks() {}

    /**
     * Runs them.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        EventLoop.run(measured());
    }

    @Suspendable
    private static Coroutine<Void> measured() {
        EventLoop loop = EventLoop.current();
        Promise<Void> gate = new Promise<>(loop);
        Channel<Integer> results = Channel.buffered(1_000);
        long before = Heap.used();
        for (int i = 0; i < TASKS; i++) {
            loop.spawn(outer(gate, results, i));
        }
        Coroutine.await(EventLoop.sleep(Duration.ZERO));
        Heap.print("waiting", Heap.used() - before, TASKS);
        gate.complete(null);
        Coroutine.await(EventLoop.sleep(Duration.ZERO));
        Heap.print("sleeping", Heap.used() - before, TASKS);
        long sum = 0;
        for (int i = 0; i < TASKS; i++) {
            sum += Coroutine.<Integer>await(results.receive());
        }
        System.out.println("sum " + sum);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> outer(Promise<Void> gate, Channel<Integer> results, int value) {
        Integer result = Coroutine.await(inner(gate, value));
        Coroutine.await(results.send(result));
        return null;
    }

    @Suspendable
    private static Coroutine<Integer> inner(Promise<Void> gate, int value) {
        Coroutine.await(gate);
        Coroutine.await(EventLoop.sleep(Duration.ofSeconds(5)));
        return Coroutine.of(value);
    }
}
