package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A loop without a thread of its own: on an executor, and on one that the test cranks by hand. */
class HostedLoopTest {
    /** Runs one thing each time it is cranked. */
    private static final class Crank implements java.util.concurrent.Executor {
        private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

        @Override
        public void execute(Runnable command) {
            queue.add(command);
        }

        int crank() {
            int turns = 0;
            for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
                next.run();
                turns++;
            }
            return turns;
        }

        /** For what comes by an alarm in real time. */
        void crankUntilDone(CompletableFuture<?> future) throws InterruptedException {
            while (!future.isDone()) {
                Runnable next = queue.poll(10, TimeUnit.SECONDS);
                assertTrue(next != null, "nobody asked for a turn");
                next.run();
            }
        }
    }

    private final List<String> trace = new ArrayList<>();
    private final Crank crank = new Crank();
    private final EventLoop loop = EventLoop.on(crank);

    @AfterEach
    void close() {
        loop.close();
        crank.crank();
    }

    @Suspendable
    private Coroutine<String> working() {
        trace.add("begins");
        assertSame(loop, EventLoop.current());
        await(Programs.turn());
        trace.add("ends");
        return Coroutine.of("result");
    }

    @Test
    void nothing_to_do_asks_for_no_turn() {
        assertEquals(0, crank.crank());
        CompletableFuture<String> result = loop.submit(working());
        assertEquals(List.of(), trace);
        assertTrue(crank.crank() >= 2, "a turn each");
        assertEquals("result", result.join());
        assertEquals(0, crank.crank());
        assertFalse(loop.isRunning());
        assertNull(EventLoop.currentOrNull());
    }

    @Test
    void each_turn_is_a_task_of_the_host_so_the_host_gets_on() {
        loop.submit(working());
        crank.execute(() -> trace.add("host")); // after the turn that lets the coroutine in
        crank.crank();
        assertEquals(List.of("host", "begins", "ends"), trace);
    }

    @Test
    void timers_wake_it() throws InterruptedException {
        CompletableFuture<String> longer = loop.submit(EventLoop.sleep(Duration.ofMillis(20), "longer"));
        CompletableFuture<String> shorter = loop.submit(EventLoop.sleep(Duration.ofMillis(2), "shorter"));
        long begun = loop.time();
        crank.crankUntilDone(shorter);
        assertTrue(loop.time() - begun >= 2_000_000);
        crank.crankUntilDone(longer);
        assertTrue(loop.time() - begun >= 20_000_000);
    }

    @Test
    void tasks_of_the_host_between_turns_may_use_it() {
        Task<String> task = loop.spawn(working());
        loop.callSoon(() -> trace.add("soon"));
        crank.crank();
        assertEquals("result", task.result());
        assertTrue(trace.contains("soon"));
    }

    @Test
    void runs_by_itself_and_is_not_run() {
        assertTrue(assertThrows(IllegalStateException.class, loop::runForever)
                .getMessage()
                .contains("a hosted loop runs by itself"));
        Coroutine<String> fresh = working();
        assertThrows(IllegalStateException.class, () -> loop.runUntilComplete(fresh));
        CompletableFuture<String> result = loop.submit(fresh);
        crank.crank();
        assertEquals("result", result.join());
    }

    @Test
    void a_turn_that_was_asked_for_before_the_loop_was_closed_does_nothing() {
        CompletableFuture<String> result = loop.submit(working());
        loop.close();
        crank.crank();
        assertEquals(List.of(), trace);
        assertTrue(result.isCancelled());
    }

    @Test
    void works_inside_a_turn_of_another_loop() {
        try (EventLoop outer = new EventLoop(new dev.fermata.testkit.VirtualClock())) {
            CompletableFuture<String> result = loop.submit(working());
            outer.callSoon(() -> {
                crank.crank();
                assertSame(outer, EventLoop.current());
                trace.add("outer");
            });
            outer.runUntilComplete(Programs.turns(2));
            assertEquals("result", result.join());
            assertEquals(List.of("begins", "ends", "outer"), trace);
        }
    }

    @Test
    void on_a_single_thread_executor_everything_runs_there() throws Exception {
        ExecutorService host = Executors.newSingleThreadExecutor(task -> new Thread(task, "host"));
        try {
            EventLoop hosted = EventLoop.on(host);
            List<CompletableFuture<String>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                results.add(hosted.submit(threadAfter(Duration.ofMillis(i % 5))));
            }
            for (CompletableFuture<String> result : results) {
                assertEquals("host", result.get(10, TimeUnit.SECONDS));
            }
            host.submit(hosted::close).get();
            assertThrows(IllegalStateException.class, () -> hosted.submit(working()));
        } finally {
            host.shutdown();
        }
    }

    @Suspendable
    private static Coroutine<String> threadAfter(Duration delay) {
        await(EventLoop.sleep(delay));
        return Coroutine.of(Thread.currentThread().getName());
    }
}
