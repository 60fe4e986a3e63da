package dev.fermata.sync;

import static dev.fermata.Coroutine.await;
import static dev.fermata.exploring.Trace.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.exploring.Trace;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small programs that log what the same programs log on asyncio. */
@SuppressWarnings("try") // permits are held, not used
class AsyncioTracesTest {
    @Test
    void a_lock_is_handed_over_in_order() {
        assertEquals("""
                locked false
                a wants
                a has it
                b wants
                c wants
                locked true
                a leaves
                b has it
                b leaves
                c has it
                c leaves
                locked false
                failing !! ArithmeticException
                locked false
                release !! IllegalStateException
                """, Trace.of(AsyncioTracesTest::lockInOrder));
    }

    @Suspendable
    private static Coroutine<Void> lockInOrder(Trace trace) {
        Lock lock = new Lock();
        trace.log("locked", lock.isLocked());
        List<Task<?>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            tasks.add(EventLoop.current().spawn(holdForTwoTurns(trace, lock, name)));
        }
        await(turns(1));
        trace.log("locked", lock.isLocked());
        for (Task<?> task : tasks) {
            await(task);
        }
        trace.log("locked", lock.isLocked());
        await(trace.outcome("failing", failInside(lock)));
        trace.log("locked", lock.isLocked());
        trace.attempt("release", lock::release);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> holdForTwoTurns(Trace trace, Lock lock, String name) {
        trace.log(name, "wants");
        try (Permit permit = await(lock.acquire())) {
            trace.log(name, "has it");
            await(turns(2));
            trace.log(name, "leaves");
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> failInside(Lock lock) {
        try (Permit permit = await(lock.acquire())) {
            throw new ArithmeticException("inside");
        }
    }

    @Test
    void nobody_jumps_the_queue_of_a_lock() {
        assertEquals("""
                released
                a has it
                b has it
                main has it
                locked false
                """, Trace.of(AsyncioTracesTest::lockFairly));
    }

    @Suspendable
    private static Coroutine<Void> lockFairly(Trace trace) {
        Lock lock = new Lock();
        await(lock.acquire());
        Task<?> a = EventLoop.current().spawn(holdForOneTurn(trace, lock, "a"));
        Task<?> b = EventLoop.current().spawn(holdForOneTurn(trace, lock, "b"));
        await(turns(1));
        lock.release();
        trace.log("released");
        await(lock.acquire());
        trace.log("main has it");
        lock.release();
        await(a);
        await(b);
        trace.log("locked", lock.isLocked());
        return null;
    }

    @Suspendable
    private static Coroutine<Void> holdForOneTurn(Trace trace, Lock lock, String name) {
        await(lock.acquire());
        trace.log(name, "has it");
        await(turns(1));
        lock.release();
        return null;
    }

    @Test
    void an_event_wakes_all_who_wait_even_if_it_is_cleared_before_they_run() {
        assertEquals("""
                set false
                set false
                w1 woke true
                w2 woke true
                w3 woke true
                w4 done false
                w4 woke true
                main went through
                """, Trace.of(AsyncioTracesTest::event));
    }

    @Suspendable
    private static Coroutine<Void> event(Trace trace) {
        Event event = new Event();
        for (String name : List.of("w1", "w2", "w3")) {
            EventLoop.current().spawn(waitFor(trace, event, name));
        }
        await(turns(1));
        trace.log("set", event.isSet());
        event.set();
        event.set();
        event.clear();
        trace.log("set", event.isSet());
        await(turns(2));
        Task<?> w4 = EventLoop.current().spawn(waitFor(trace, event, "w4"));
        await(turns(1));
        trace.log("w4 done", w4.isDone());
        event.set();
        await(w4);
        await(event.await());
        trace.log("main went through");
        return null;
    }

    @Suspendable
    private static Coroutine<Void> waitFor(Trace trace, Event event, String name) {
        trace.log(name, "woke", await(event.await()));
        return null;
    }

    @Test
    void those_who_are_signalled_wake_one_after_the_other() {
        assertEquals("""
                a waits
                b waits
                c waits
                d waits
                notified 1
                releasing
                a woken
                a leaves
                notified 2
                b woken
                b leaves
                c woken
                c leaves
                notified all
                d woken
                d leaves
                notify !! IllegalStateException
                wait !! IllegalStateException
                test 0
                test 1
                test 2
                test 3
                predicate holds
                """, Trace.of(trace -> new Signals(trace).main()));
    }

    private static final class Signals {
        private final Trace trace;
        private final Condition condition = new Condition();
        private final Lock lock = condition.lock();
        private int count;

        Signals(Trace trace) {
            this.trace = trace;
        }

        @Suspendable
        Coroutine<Void> main() {
            List<Task<?>> tasks = new ArrayList<>();
            for (String name : List.of("a", "b", "c", "d")) {
                tasks.add(EventLoop.current().spawn(waiter(name)));
            }
            await(turns(1));
            try (Permit permit = await(lock.acquire())) {
                condition.signal();
                trace.log("notified 1");
                await(turns(1));
                trace.log("releasing");
            }
            await(turns(8));
            try (Permit permit = await(lock.acquire())) {
                condition.signal(2);
                trace.log("notified 2");
            }
            await(turns(8));
            try (Permit permit = await(lock.acquire())) {
                condition.signalAll();
                trace.log("notified all");
            }
            for (Task<?> task : tasks) {
                await(task);
            }
            trace.attempt("notify", condition::signal);
            await(trace.outcome("wait", condition.await()));
            Task<?> consumer = EventLoop.current().spawn(consumer());
            await(turns(1));
            for (int i = 0; i < 3; i++) {
                try (Permit permit = await(lock.acquire())) {
                    count++;
                    condition.signal();
                }
                await(turns(3));
            }
            await(consumer);
            return null;
        }

        @Suspendable
        private Coroutine<Void> waiter(String name) {
            try (Permit permit = await(lock.acquire())) {
                trace.log(name, "waits");
                await(condition.await());
                trace.log(name, "woken");
                await(turns(1));
                trace.log(name, "leaves");
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> consumer() {
            try (Permit permit = await(lock.acquire())) {
                await(condition.await(() -> {
                    trace.log("test", count);
                    return count >= 3;
                }));
                trace.log("predicate holds");
            }
            return null;
        }
    }

    @Test
    void a_cancelled_waiter_of_a_condition_takes_the_lock_back_first() {
        assertEquals("""
                waiter done false
                main releases
                waiter sees Cancellation locked true
                waiter !! Cancellation
                locked false
                """, Trace.of(AsyncioTracesTest::cancelWaiter));
    }

    @Suspendable
    private static Coroutine<Void> cancelWaiter(Trace trace) {
        Condition condition = new Condition();
        Task<?> waiter = EventLoop.current().spawn(seeCancellation(trace, condition));
        await(turns(1));
        try (Permit permit = await(condition.lock().acquire())) {
            waiter.cancel();
            await(turns(4));
            trace.log("waiter done", waiter.isDone());
            trace.log("main releases");
        }
        await(trace.outcome("waiter", waiter));
        trace.log("locked", condition.lock().isLocked());
        return null;
    }

    @Suspendable
    private static Coroutine<Void> seeCancellation(Trace trace, Condition condition) {
        try (Permit permit = await(condition.lock().acquire())) {
            try {
                await(condition.await());
            } catch (Cancellation cancelled) {
                trace.log(
                        "waiter sees",
                        Trace.name(cancelled),
                        "locked",
                        condition.lock().isLocked());
                throw cancelled;
            }
        }
        return null;
    }

    @Test
    void a_semaphore_lets_two_in_at_a_time() {
        assertEquals("""
                a in 1
                b in 2
                a out
                b out
                c in 1
                d in 2
                c out
                d out
                e in 1
                e out
                locked false
                locked true
                release -> none
                release !! OverReleaseException
                negative !! IllegalArgumentException
                """, Trace.of(AsyncioTracesTest::semaphore));
    }

    @Suspendable
    private static Coroutine<Void> semaphore(Trace trace) {
        Semaphore semaphore = new Semaphore(2);
        int[] inside = {0};
        List<Task<?>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            tasks.add(EventLoop.current().spawn(visit(trace, semaphore, inside, name)));
        }
        for (Task<?> task : tasks) {
            await(task);
        }
        trace.log("locked", semaphore.isLocked());
        await(semaphore.acquire());
        await(semaphore.acquire());
        trace.log("locked", semaphore.isLocked());
        semaphore.release();
        semaphore.release();
        Semaphore bounded = Semaphore.bounded(1);
        await(bounded.acquire());
        trace.attempt("release", bounded::release);
        trace.attempt("release", bounded::release);
        trace.attempt("negative", () -> new Semaphore(-1));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> visit(Trace trace, Semaphore semaphore, int[] inside, String name) {
        try (Permit permit = await(semaphore.acquire())) {
            trace.log(name, "in", ++inside[0]);
            await(turns(2));
            inside[0]--;
            trace.log(name, "out");
        }
        return null;
    }

    @Test
    void a_barrier_for_three() {
        assertEquals("""
                b arrives
                c arrives
                a arrives
                numbers [0, 1, 2]
                b arrives
                c arrives
                a arrives
                numbers [0, 1, 2]
                d arrives
                e arrives
                waiting 2
                d !! BrokenBarrierException
                e !! BrokenBarrierException
                broken true
                later !! BrokenBarrierException
                broken false
                """, Trace.of(AsyncioTracesTest::barrier));
    }

    @Suspendable
    private static Coroutine<Void> barrier(Trace trace) {
        EventLoop loop = EventLoop.current();
        Barrier barrier = new Barrier(3);
        for (int round = 0; round < 2; round++) {
            List<Integer> numbers = new ArrayList<>();
            for (Task<Integer> task : List.of(
                    loop.spawn(arrive(trace, barrier, "a", 2)),
                    loop.spawn(arrive(trace, barrier, "b", 0)),
                    loop.spawn(arrive(trace, barrier, "c", 1)))) {
                numbers.add(await(task));
            }
            trace.log("numbers", numbers.stream().sorted().toList());
        }
        Task<Integer> d = loop.spawn(arrive(trace, barrier, "d", 0));
        Task<Integer> e = loop.spawn(arrive(trace, barrier, "e", 0));
        await(turns(1));
        trace.log("waiting", barrier.waiting());
        barrier.abort();
        await(trace.outcome("d", d));
        await(trace.outcome("e", e));
        trace.log("broken", barrier.isBroken());
        await(trace.outcome("later", barrier.await()));
        barrier.reset();
        trace.log("broken", barrier.isBroken());
        return null;
    }

    @Suspendable
    private static Coroutine<Integer> arrive(Trace trace, Barrier barrier, String name, int delay) {
        await(turns(delay));
        trace.log(name, "arrives");
        return Coroutine.of(await(barrier.await()));
    }
}
