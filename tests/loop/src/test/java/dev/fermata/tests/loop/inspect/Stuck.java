package dev.fermata.tests.loop.inspect;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.sync.Lock;
import dev.fermata.sync.Permit;
import dev.fermata.sync.Semaphore;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.tasks.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Programs of tasks that wait, some for each other; their tests know their lines. */
final class Stuck {
    private Stuck() {}

    @Suspendable
    static Coroutine<Void> nap(int seconds) {
        await(EventLoop.sleep(Duration.ofSeconds(seconds)));
        return null;
    }

    @Suspendable
    static Coroutine<Void> twoNaps() {
        await(nap(1));
        await(nap(10));
        return null;
    }

    @Suspendable
    static Coroutine<Void> forTask(List<Task<?>> others, int which) {
        await(others.get(which));
        return null;
    }

    @Suspendable
    static Coroutine<Void> consume(AsyncQueue<String> queue) {
        while (true) {
            await(queue.get());
        }
    }

    @Suspendable
    static Coroutine<Void> forPromise(Promise<Void> promise) {
        await(promise);
        return null;
    }

    @Suspendable
    static Coroutine<Void> both(Lock first, Lock second) {
        try (Permit one = await(first.acquire())) {
            await(nap(1));
            try (Permit other = await(second.acquire())) {
                System.out.println(one + " and " + other);
            }
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> gathering() {
        await(Tasks.gather(nap(5), nap(6)));
        return null;
    }

    @Suspendable
    static Coroutine<Void> grouping() {
        await(TaskGroup.run(group -> {
            group.fork("child", nap(7));
            return null;
        }));
        return null;
    }

    @Suspendable
    static Coroutine<Void> shielding() {
        await(Tasks.shield(EventLoop.current().spawn("shielded", nap(8))));
        return null;
    }

    @Suspendable
    static Coroutine<Void> inSection(Semaphore semaphore) {
        try (Permit permit = await(semaphore.acquire())) {
            await(nap(9));
            System.out.println(permit);
        }
        return null;
    }

    /** Is asked to stop, and takes its time. */
    @Suspendable
    static Coroutine<Void> stubborn() {
        try (Task.Mask masked = Task.current().maskCancellation()) {
            Task.current().cancel();
            await(nap(4));
            System.out.println(masked);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> offloading() {
        await(EventLoop.current().offload(Stuck::forever));
        return null;
    }

    private static Void forever() throws InterruptedException {
        Thread.sleep(Long.MAX_VALUE);
        return null;
    }

    /** Asks after three seconds. */
    @Suspendable
    static Coroutine<String> asked(Supplier<String> question) {
        await(nap(3));
        return Coroutine.of(question.get());
    }

    /** Holds the thread of its loop. */
    @Suspendable
    @SuppressDiagnostics("FERMATA-021")
    static Coroutine<Void> blocking(CountDownLatch isBlocking, CountDownLatch isSeen) throws InterruptedException {
        await(EventLoop.sleep(Duration.ZERO));
        isBlocking.countDown();
        isSeen.await();
        return null;
    }

    /** Tasks come and go. */
    @Suspendable
    static Coroutine<Void> churning(int rounds) {
        for (int round = 0; round < rounds; round++) {
            Task<Void> first = EventLoop.current().spawn(turn());
            Task<Void> second = EventLoop.current().spawn(outer(turn()));
            await(first);
            await(second);
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> turn() {
        await(EventLoop.sleep(Duration.ZERO));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> outer(Coroutine<Void> inner) {
        await(inner);
        return null;
    }
}
