package dev.fermata.queue;

import static dev.fermata.Coroutine.await;
import static dev.fermata.exploring.Trace.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.exploring.Trace;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small programs that log what the same programs log on asyncio. */
class AsyncioTracesTest {
    @Test
    void a_queue_without_waiting() {
        assertEquals("""
                [0, true, false]
                put a -> none
                put b -> none
                put c !! QueueFullException
                [2, false, true]
                get a
                get b
                get !! QueueEmptyException
                got x
                not yet bg
                bg
                100 false
                """, Trace.of(AsyncioTracesTest::withoutWaiting));
    }

    @Suspendable
    private static Coroutine<Void> withoutWaiting(Trace trace) {
        AsyncQueue<String> queue = AsyncQueue.fifo(2);
        trace.log(state(queue));
        for (String element : List.of("a", "b", "c")) {
            trace.attempt("put " + element, () -> queue.tryPut(element));
        }
        trace.log(state(queue));
        trace.log("get", queue.tryGet());
        trace.log("get", queue.tryGet());
        trace.attempt("get", queue::tryGet);
        Task<?> background = EventLoop.current().spawn(log(trace, "bg"));
        await(queue.put("x"));
        trace.log("got", await(queue.get()));
        trace.log("not yet bg");
        await(background);
        AsyncQueue<Integer> unlimited = AsyncQueue.fifo(0);
        for (int i = 0; i < 100; i++) {
            unlimited.tryPut(i);
        }
        trace.log(unlimited.size(), unlimited.isFull());
        return null;
    }

    private static List<Object> state(AsyncQueue<?> queue) {
        return List.of(queue.size(), queue.isEmpty(), queue.isFull());
    }

    @Suspendable
    private static Coroutine<Void> log(Trace trace, String text) {
        trace.log(text);
        return null;
    }

    @Test
    void producers_are_let_in_one_by_one() {
        assertEquals("""
                p1 put
                size 1
                got p1
                p2 put
                got p2
                p3 put
                got p3
                size 0
                """, Trace.of(AsyncioTracesTest::waitingProducers));
    }

    @Suspendable
    private static Coroutine<Void> waitingProducers(Trace trace) {
        AsyncQueue<String> queue = AsyncQueue.fifo(1);
        List<Task<?>> tasks = new ArrayList<>();
        for (String name : List.of("p1", "p2", "p3")) {
            tasks.add(EventLoop.current().spawn(put(trace, queue, name)));
        }
        await(turns(2));
        trace.log("size", queue.size());
        for (int i = 0; i < 3; i++) {
            trace.log("got", await(queue.get()));
            await(turns(2));
        }
        trace.log("size", queue.size());
        for (Task<?> task : tasks) {
            await(task);
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> put(Trace trace, AsyncQueue<String> queue, String name) {
        await(queue.put(name));
        trace.log(name, "put");
        return null;
    }

    private record Job(int urgency, String name) {
        @Override
        public String toString() {
            return "[" + urgency + ", " + name + "]";
        }
    }

    @Test
    void the_least_or_the_latest_element_comes_first() {
        assertEquals("""
                priority [1, a]
                priority [1, aa]
                priority [2, b]
                priority [3, c]
                lifo a
                lifo aa
                lifo b
                lifo c
                """, Trace.of(AsyncioTracesTest::otherOrders));
    }

    @Suspendable
    private static Coroutine<Void> otherOrders(Trace trace) {
        Comparator<Job> order = Comparator.comparingInt(Job::urgency).thenComparing(Job::name);
        await(drive(
                trace,
                "priority",
                AsyncQueue.priority(0, order),
                List.of(new Job(3, "c"), new Job(1, "a"), new Job(2, "b"), new Job(1, "aa"))));
        await(drive(trace, "lifo", AsyncQueue.lifo(0), List.of("c", "a", "b", "aa")));
        return null;
    }

    @Suspendable
    private static <E> Coroutine<Void> drive(Trace trace, String label, AsyncQueue<E> queue, List<E> elements) {
        for (int i = 0; i < elements.size(); i++) {
            queue.tryPut(elements.get(i));
            if (i == 1) {
                trace.log(label, await(queue.get()));
            }
        }
        while (!queue.isEmpty()) {
            trace.log(label, queue.tryGet());
        }
        return null;
    }

    @Test
    void a_queue_is_joined_when_every_element_is_done() {
        assertEquals("""
                w1 takes 1
                w2 takes 2
                w1 takes 3
                w2 takes 4
                w1 takes 5
                joined
                worker !! Cancellation
                worker !! Cancellation
                joined again
                task_done !! OverReleaseException
                """, Trace.of(AsyncioTracesTest::joining));
    }

    @Suspendable
    private static Coroutine<Void> joining(Trace trace) {
        AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
        for (int i = 1; i <= 5; i++) {
            queue.tryPut(i);
        }
        List<Task<Void>> workers = List.of(
                EventLoop.current().spawn(work(trace, queue, "w1")),
                EventLoop.current().spawn(work(trace, queue, "w2")));
        await(queue.join());
        trace.log("joined");
        workers.forEach(Task::cancel);
        for (Task<Void> worker : workers) {
            await(trace.outcome("worker", worker));
        }
        await(queue.join());
        trace.log("joined again");
        trace.attempt("task_done", queue::taskDone);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> work(Trace trace, AsyncQueue<Integer> queue, String name) {
        for (; ; ) {
            trace.log(name, "takes", await(queue.get()));
            await(turns(1));
            queue.taskDone();
        }
    }

    @Test
    void cancelled_consumers_and_producers_lose_nothing() {
        assertEquals("""
                g2 got item
                g1 !! Cancellation
                g2 done true size 0
                main got full
                s2 put
                s1 !! Cancellation
                s2 done true elements [s2]
                """, Trace.of(AsyncioTracesTest::cancelledOnes));
    }

    @Suspendable
    private static Coroutine<Void> cancelledOnes(Trace trace) {
        EventLoop loop = EventLoop.current();
        AsyncQueue<String> empty = AsyncQueue.fifo(0);
        Task<?> g1 = loop.spawn(get(trace, empty, "g1"));
        Task<?> g2 = loop.spawn(get(trace, empty, "g2"));
        await(turns(1));
        empty.tryPut("item");
        g1.cancel();
        await(turns(3));
        await(trace.outcome("g1", g1));
        trace.log("g2 done", g2.isDone(), "size", empty.size());
        AsyncQueue<String> full = AsyncQueue.fifo(1);
        full.tryPut("full");
        Task<?> s1 = loop.spawn(put(trace, full, "s1"));
        Task<?> s2 = loop.spawn(put(trace, full, "s2"));
        await(turns(1));
        trace.log("main got", full.tryGet());
        s1.cancel();
        await(turns(3));
        await(trace.outcome("s1", s1));
        List<String> left = new ArrayList<>();
        while (!full.isEmpty()) {
            left.add(full.tryGet());
        }
        trace.log("s2 done", s2.isDone(), "elements", left);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> get(Trace trace, AsyncQueue<String> queue, String name) {
        trace.log(name, "got", await(queue.get()));
        return null;
    }
}
