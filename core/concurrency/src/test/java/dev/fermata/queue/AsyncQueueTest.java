package dev.fermata.queue;

import static dev.fermata.Coroutine.await;
import static dev.fermata.exploring.Trace.turns;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.exploring.Trace;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** What asyncio's traces do not show: shutdown, fairness, ties. */
class AsyncQueueTest {
    @Test
    void after_shutdown_what_is_left_can_be_taken() {
        assertEquals("""
                waiting put !! QueueShutDownException
                put !! QueueShutDownException
                tryPut !! QueueShutDownException
                got 1
                get !! QueueShutDownException
                tryGet !! QueueShutDownException
                shut down true
                """, Trace.of(AsyncQueueTest::shutDown));
    }

    @Suspendable
    private static Coroutine<Void> shutDown(Trace trace) {
        AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
        queue.tryPut(1);
        Task<Void> putter = EventLoop.current().spawn(trace.outcome("waiting put", queue.put(2)));
        await(turns(1));
        queue.shutdown();
        await(putter);
        await(trace.outcome("put", queue.put(3)));
        trace.attempt("tryPut", () -> queue.tryPut(3));
        trace.log("got", await(queue.get()));
        await(trace.outcome("get", queue.get()));
        trace.attempt("tryGet", queue::tryGet);
        trace.log("shut down", queue.isShutDown());
        return null;
    }

    @Test
    void shutdown_wakes_those_who_wait_for_an_element() {
        assertEquals("getter !! QueueShutDownException\n", Trace.of(AsyncQueueTest::shutDownUnderGetter));
    }

    @Suspendable
    private static Coroutine<Void> shutDownUnderGetter(Trace trace) {
        AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
        Task<Void> getter = EventLoop.current().spawn(trace.outcome("getter", queue.get()));
        await(turns(1));
        queue.shutdown();
        await(getter);
        return null;
    }

    @Test
    void immediate_shutdown_drops_what_is_left_even_under_a_task_that_was_woken_for_it() {
        assertEquals("""
                getter !! QueueShutDownException
                size 0
                joined
                taskDone !! OverReleaseException
                """, Trace.of(AsyncQueueTest::shutDownNow));
    }

    @Suspendable
    private static Coroutine<Void> shutDownNow(Trace trace) {
        AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
        Task<Void> getter = EventLoop.current().spawn(trace.outcome("getter", queue.get()));
        Task<Void> joiner = EventLoop.current().spawn(joinLate(trace, queue));
        await(turns(1));
        queue.tryPut(1);
        queue.tryPut(2);
        queue.shutdownNow();
        await(getter);
        trace.log("size", queue.size());
        await(joiner);
        trace.attempt("taskDone", queue::taskDone);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> joinLate(Trace trace, AsyncQueue<Integer> queue) {
        await(turns(3));
        await(queue.join());
        trace.log("joined");
        return null;
    }

    @Test
    void an_element_that_was_taken_before_immediate_shutdown_is_still_to_be_done() {
        assertEquals("joined false\njoined true\n", Trace.of(AsyncQueueTest::takenBeforeShutdown));
    }

    @Suspendable
    private static Coroutine<Void> takenBeforeShutdown(Trace trace) {
        AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
        queue.tryPut(1);
        queue.tryPut(2);
        queue.tryGet();
        queue.shutdownNow();
        Task<Void> joiner = EventLoop.current().spawn(queue.join());
        await(turns(2));
        trace.log("joined", joiner.isDone());
        queue.taskDone();
        await(turns(2));
        trace.log("joined", joiner.isDone());
        return null;
    }

    @Test
    void nobody_takes_what_another_task_was_woken_for() {
        assertEquals("""
                tryGet !! QueueEmptyException
                first got 1
                main got 2
                """, Trace.of(AsyncQueueTest::fairGet));
    }

    @Suspendable
    private static Coroutine<Void> fairGet(Trace trace) {
        AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
        EventLoop.current().spawn(get(trace, queue, "first"));
        await(turns(1));
        queue.tryPut(1);
        trace.attempt("tryGet", queue::tryGet);
        queue.tryPut(2);
        await(turns(1));
        trace.log("main got", await(queue.get()));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> get(Trace trace, AsyncQueue<Integer> queue, String name) {
        trace.log(name, "got", await(queue.get()));
        return null;
    }

    @Test
    void among_equal_priorities_the_oldest_comes_first() {
        AsyncQueue<String> queue = AsyncQueue.priority(0, Comparator.comparing(String::length));
        for (String word : new String[] {"bb", "aa", "z", "cc", "dd", "y"}) {
            queue.tryPut(word);
        }
        StringBuilder order = new StringBuilder();
        while (!queue.isEmpty()) {
            order.append(queue.tryGet()).append(' ');
        }
        assertEquals("z y bb aa cc dd ", order.toString());
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> AsyncQueue.fifo(-1));
        assertThrows(NullPointerException.class, () -> AsyncQueue.fifo(0).tryPut(null));
        assertThrows(NullPointerException.class, () -> AsyncQueue.priority(0, null));
        assertEquals(Integer.MAX_VALUE, AsyncQueue.fifo(0).capacity());
        assertTrue(AsyncQueue.lifo(1).isEmpty());
    }
}
