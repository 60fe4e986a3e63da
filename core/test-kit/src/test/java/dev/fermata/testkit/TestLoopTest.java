package dev.fermata.testkit;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.OutsideWork;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TestLoopTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Suspendable
    private static Coroutine<Void> note(List<String> trace, String name) {
        trace.add(name);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> spawnThree(List<String> trace) {
        List<Task<Void>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            tasks.add(EventLoop.current().spawn(note(trace, name)));
        }
        for (Task<Void> task : tasks) {
            await(task);
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> forever(Promise<Void> promise) {
        await(promise);
        return null;
    }

    @Test
    void one_run_is_by_arrival_and_gives_what_the_body_returns() {
        List<String> trace = new ArrayList<>();
        assertEquals(5, TestLoop.<Integer>once(loop -> {
            await(spawnThree(trace));
            await(EventLoop.sleep(HOUR));
            assertEquals(HOUR, loop.elapsed());
            return Coroutine.of(5);
        }));
        assertEquals(List.of("a", "b", "c"), trace);
    }

    @Test
    void a_failure_of_the_body_is_thrown_as_it_is_even_before_there_is_a_coroutine() {
        IOException failure = new IOException("checked");
        TestBody<Void> body = () -> {
            throw failure;
        };
        assertSame(failure, assertThrows(IOException.class, () -> TestLoop.once(body)));
    }

    @Test
    void all_orders_of_three_tasks_come_up_and_the_same_ones_each_time() {
        List<List<String>> first = new ArrayList<>();
        List<List<String>> second = new ArrayList<>();
        for (List<List<String>> orders : List.of(first, second)) {
            TestLoop.permuted(100, loop -> {
                List<String> trace = new ArrayList<>();
                orders.add(trace);
                return spawnThree(trace);
            });
        }
        assertEquals(first, second);
        assertEquals(100, first.size());
        assertEquals(List.of("a", "b", "c"), first.get(0));
        Set<List<String>> different = new HashSet<>(first);
        assertEquals(6, different.size());
    }

    @Test
    void without_a_choice_there_is_one_run() {
        int[] runs = {0};
        TestLoop.permuted(100, loop -> {
            runs[0]++;
            return EventLoop.sleep(HOUR);
        });
        assertEquals(1, runs[0]);
    }

    @Test
    void the_failing_order_is_named_and_can_be_replayed() {
        LoopTestBody<Void> body = loop -> {
            List<String> trace = new ArrayList<>();
            await(spawnThree(trace));
            assertNotEquals(List.of("c", "a", "b"), trace);
            return null;
        };
        OrderError error = assertThrows(OrderError.class, () -> TestLoop.permuted(100, body));
        try (TestLoop again = TestLoop.open(TestSettings.DEFAULT, TaskOrder.ofSeed(error.seed()))) {
            AssertionError failure = assertThrows(AssertionError.class, () -> again.run(() -> body.start(again)));
            assertEquals(error.getCause().getMessage(), failure.getMessage());
        }
    }

    @Test
    void what_is_left_fails_the_test() {
        LeftoversError task = assertThrows(
                LeftoversError.class,
                () -> TestLoop.once(loop -> {
                    loop.loop().spawn("worker", forever(new Promise<>(loop.loop())));
                    await(EventLoop.sleep(HOUR));
                    return null;
                }));
        assertTrue(
                task.getMessage()
                        .contains("worker: dev.fermata.testkit.TestLoopTest.forever, which awaits the promise"),
                task.getMessage());
        LeftoversError timer = assertThrows(
                LeftoversError.class,
                () -> TestLoop.once(loop -> {
                    loop.loop().callLater(HOUR, () -> {});
                    return null;
                }));
        assertTrue(timer.getMessage().contains("timers that have not fired: 1"), timer.getMessage());
    }

    @Test
    void what_tasks_wait_for_is_told() {
        LeftoversError error = assertThrows(
                LeftoversError.class,
                () -> TestLoop.once(loop -> {
                    loop.loop().spawn("sleeper", EventLoop.sleep(HOUR));
                    loop.loop().spawn("reader", reading(new CompletableFuture<>()));
                    await(EventLoop.sleep(Duration.ofMinutes(15)));
                    loop.loop().spawn("new", EventLoop.sleep(HOUR));
                    return null;
                }));
        assertTrue(error.getMessage().contains("sleeper: "), error.getMessage());
        assertTrue(error.getMessage().contains(", which sleeps for PT45M\n"), error.getMessage());
        assertTrue(
                error.getMessage().contains(", which awaits a java.util.concurrent.CompletableFuture@"),
                error.getMessage());
        assertTrue(error.getMessage().endsWith(", which sleeps for PT1H"), error.getMessage());
    }

    @Suspendable
    private static Coroutine<Void> reading(CompletableFuture<Void> stage) {
        await(stage);
        return null;
    }

    @Test
    void what_is_left_can_be_allowed_and_is_cancelled() {
        List<String> trace = new ArrayList<>();
        TestLoop.once(loop -> {
            loop.allowLeftovers();
            loop.loop().callLater(HOUR, () -> trace.add("never"));
            loop.loop().spawn(cleaning(trace));
            await(EventLoop.sleep(Duration.ZERO));
            return null;
        });
        assertEquals(List.of("cleaned"), trace);
    }

    @Suspendable
    private static Coroutine<Void> cleaning(List<String> trace) {
        try {
            await(EventLoop.sleep(HOUR));
        } finally {
            await(EventLoop.sleep(Duration.ofSeconds(1)));
            trace.add("cleaned");
        }
        return null;
    }

    @Test
    void failures_that_reach_the_exception_handler_fail_the_test_unless_taken() {
        Exception one = new Exception("one");
        LeftoversError error = assertThrows(
                LeftoversError.class,
                () -> TestLoop.once(loop -> {
                    loop.loop().report(new LoopFailure(loop.loop(), "a test says so", one, null));
                    loop.loop().report(new LoopFailure(loop.loop(), "without an exception", null, null));
                    return null;
                }));
        assertSame(one, error.getSuppressed()[0]);
        assertEquals("without an exception", error.getSuppressed()[1].getMessage());
        TestLoop.once(loop -> {
            loop.loop().report(new LoopFailure(loop.loop(), "expected", one, null));
            assertEquals("expected", loop.takeFailures().get(0).message());
            return null;
        });
    }

    @Test
    void a_deadlock_is_told_at_once_with_all_who_wait() {
        LoopStuckError error = assertThrows(
                LoopStuckError.class,
                () -> TestLoop.once(loop -> {
                    Promise<Void> promise = new Promise<>(loop.loop());
                    Task<Void> worker = loop.loop().spawn("worker", forever(promise));
                    await(worker);
                    return null;
                }));
        assertTrue(error.getMessage().startsWith("deadlock: "), error.getMessage());
        assertTrue(error.getMessage().contains("\n  worker: "), error.getMessage());
        assertTrue(error.getMessage().contains(", which awaits the task worker of "), error.getMessage());
    }

    @Test
    void time_stands_still_while_another_thread_works() throws InterruptedException {
        CountDownLatch isWaiting = new CountDownLatch(1);
        Thread[] other = new Thread[1];
        String result = TestLoop.once(loop -> {
            EventLoop events = loop.loop();
            Promise<String> promise = new Promise<>(events);
            OutsideWork work = events.expectOutsideWork();
            other[0] = new Thread(() -> {
                try (work) {
                    isWaiting.await();
                    events.callSoonThreadsafe(() -> promise.complete("in time"));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // the test then fails by its timeout
                }
            });
            other[0].start();
            events.callSoon(isWaiting::countDown);
            events.callLater(Duration.ofNanos(1), () -> promise.tryComplete("too late"));
            String given = await(promise);
            await(EventLoop.sleep(Duration.ofNanos(1)));
            return Coroutine.of(given);
        });
        assertEquals("in time", result);
        other[0].join();
    }

    @Test
    void another_thread_that_brings_nothing_lets_time_go_on() throws InterruptedException {
        Thread[] other = new Thread[1];
        TestLoop.once(loop -> {
            OutsideWork work = loop.loop().expectOutsideWork();
            other[0] = new Thread(work::close);
            loop.loop().callSoon(other[0]::start);
            await(EventLoop.sleep(HOUR));
            assertEquals(HOUR, loop.elapsed());
            return null;
        });
        other[0].join();
    }

    @Test
    void another_thread_is_waited_for_no_longer_than_the_timeout() {
        TestSettings settings = TestSettings.DEFAULT.within(Duration.ofMillis(20));
        try (TestLoop loop = TestLoop.open(settings, TaskOrder.byArrival())) {
            OutsideWork neverDone = loop.loop().expectOutsideWork();
            Promise<Void> promise = new Promise<>(loop.loop());
            LoopStuckError error = assertThrows(LoopStuckError.class, () -> loop.run(() -> forever(promise)));
            assertTrue(error.getMessage().startsWith("another thread was to wake these tasks"), error.getMessage());
            assertTrue(error.getMessage().contains("TestLoopTest.forever"), error.getMessage());
            neverDone.close();
        }
    }

    @Test
    void tasks_that_go_round_without_waiting_are_stopped() {
        TestSettings settings = TestSettings.DEFAULT.within(Duration.ofMillis(1));
        LoopStuckError error =
                assertThrows(LoopStuckError.class, () -> TestLoop.permuted(1, settings, loop -> spinning()));
        assertTrue(error.getMessage().startsWith("livelock: "), error.getMessage());
    }

    @Suspendable
    private static Coroutine<Void> spinning() {
        for (; ; ) {
            await(EventLoop.sleep(Duration.ZERO));
        }
    }
}
