package dev.fermata.tests.loop.inspect;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.sync.Condition;
import dev.fermata.sync.Lock;
import dev.fermata.sync.Permit;
import dev.fermata.sync.Semaphore;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Timeout;
import dev.fermata.tasks.Until;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Programs that get stuck on themselves, and others that only look as if they did. */
final class Rings {
    private Rings() {}

    @Suspendable
    static Coroutine<Void> nap(int seconds) {
        await(EventLoop.sleep(Duration.ofSeconds(seconds)));
        return null;
    }

    @Suspendable
    static Coroutine<Void> join(Task<?> other) {
        await(other);
        return null;
    }

    /** A request to cancel the wait is not passed on, or it would come back in a ring through a group. */
    @Suspendable
    static Coroutine<Void> joinAlone(Task<?> other) {
        await(Tasks.wait(List.of(other), Until.ALL_DONE));
        return null;
    }

    /** By a future of the JDK. */
    @Suspendable
    static Coroutine<Void> joinFuture(CompletableFuture<?> other) {
        await(other);
        return null;
    }

    @Suspendable
    static Coroutine<Void> gathersOneThatJoinsIt() {
        Task<?> self = Task.current();
        Task<Void> child = EventLoop.current().spawn("gathered", join(self));
        await(Tasks.gather(nap(3600), child));
        return null;
    }

    @Suspendable
    static Coroutine<Void> gathersGatherings() {
        Task<?> self = Task.current();
        Task<Void> child = EventLoop.current().spawn("inner", join(self));
        await(Tasks.gather(Tasks.shield(Tasks.settle(child))));
        return null;
    }

    @Suspendable
    static Coroutine<Void> groupsOneThatJoinsIt() {
        Task<?> self = Task.current();
        await(TaskGroup.run(group -> {
            group.fork("forked", joinAlone(self));
            return null;
        }));
        return null;
    }

    @Suspendable
    static Coroutine<Void> groupsManyThatJoinIt(int many) {
        Task<?> self = Task.current();
        await(TaskGroup.run(group -> {
            for (int i = 0; i < many; i++) {
                group.fork("forked " + i, joinAlone(self));
            }
            return null;
        }));
        return null;
    }

    @Suspendable
    static Coroutine<Void> waitsFor(Until until) {
        Task<?> self = Task.current();
        Task<Void> first = EventLoop.current().spawn("first", join(self));
        Task<Void> second = EventLoop.current().spawn("second", nap(3600));
        await(Tasks.wait(List.of(first, second), until));
        return null;
    }

    @Suspendable
    static Coroutine<Void> waitsForItself(int seconds) {
        await(Tasks.wait(List.of(Task.current()), Until.ALL_DONE, Duration.ofSeconds(seconds)));
        return null;
    }

    @Suspendable
    static Coroutine<Void> joinsByFuture() {
        Task<?> self = Task.current();
        await(EventLoop.current().spawn("future", joinFuture(self.toCompletableFuture())));
        return null;
    }

    /** The philosopher takes the fork at one hand, waits a little, and wants the other. */
    @Suspendable
    static Coroutine<Void> dine(Semaphore left, Semaphore right) {
        try (Permit one = await(left.acquire())) {
            await(nap(1));
            try (Permit other = await(right.acquire())) {
                System.out.println(one + " and " + other);
            }
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> twice(Lock lock) {
        try (Permit one = await(lock.acquire());
                Permit again = await(lock.acquire())) {
            System.out.println(one + " and " + again);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> dineWith(Lock left, Lock right) {
        try (Permit one = await(left.acquire())) {
            await(nap(1));
            try (Permit other = await(right.acquire())) {
                System.out.println(one + " and " + other);
            }
        }
        return null;
    }

    /** Two variables have the permit, and so does the method that is called. */
    @Suspendable
    static Coroutine<Void> withCopies(Lock first, Lock second) {
        Permit permit = await(first.acquire());
        Permit copy = permit;
        await(nap(1));
        try (permit) {
            await(want(second, copy));
        }
        System.out.println(copy);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> want(Lock lock, Permit held) {
        try (held;
                Permit wanted = await(lock.acquire())) {
            System.out.println(wanted);
        }
        return null;
    }

    /** Gives up in time. */
    @Suspendable
    static Coroutine<Void> within(int seconds, Lock first, Lock second) {
        try (Permit one = await(first.acquire())) {
            await(nap(1));
            await(Timeout.after(Duration.ofSeconds(seconds), timeout -> want(second, one)));
        }
        return null;
    }

    /** Has given the lock back by hand, and keeps the useless permit. */
    @Suspendable
    static Coroutine<Void> releasedByHand(Lock first, Lock second) {
        Permit permit = await(first.acquire());
        await(nap(1));
        System.out.println(permit);
        first.release();
        try (Permit other = await(second.acquire())) {
            System.out.println(other);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> holding(Lock first, Lock second) {
        try (Permit one = await(first.acquire());
                Permit other = await(second.acquire())) {
            await(nap(3600));
            System.out.println(one + " and " + other);
        }
        return null;
    }

    /** Keeps no permit that would tell who holds the lock; signals after a second, and goes on holding it. */
    @Suspendable
    static Coroutine<Void> signal(Condition condition) {
        await(nap(1));
        await(condition.lock().acquire());
        try {
            condition.signal();
            await(nap(3600));
        } finally {
            condition.lock().release();
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> stay(Semaphore semaphore) {
        try (Permit permit = await(semaphore.acquire())) {
            await(nap(3600));
            System.out.println(permit);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> offloading(Executor workers, Callable<Void> work) {
        await(EventLoop.current().offload(workers, work));
        return null;
    }

    /** Waits for a signal without the lock, which others may have. */
    @Suspendable
    static Coroutine<Void> awaitSignal(Condition condition) {
        try (Permit permit = await(condition.lock().acquire())) {
            await(condition.await());
            System.out.println(permit);
        }
        return null;
    }
}
