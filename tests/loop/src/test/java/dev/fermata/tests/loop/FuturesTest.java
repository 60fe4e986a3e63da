package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.State;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.LoopStuckError;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** The border to {@code java.util.concurrent}, both ways. */
class FuturesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> trace = new ArrayList<>();
    private final TestLoop test;
    private final EventLoop loop;

    FuturesTest(TestLoop test) {
        this.test = test;
        this.loop = test.loop();
    }

    @LoopTest
    void a_future_has_what_becomes_of_the_promise() throws Exception {
        Promise<String> value = new Promise<>(loop);
        Promise<String> failure = new Promise<>(loop);
        Promise<String> cancelled = new Promise<>(loop);
        Exception checked = new Exception("checked");
        CompletableFuture<String> valued = value.toCompletableFuture();
        CompletableFuture<String> failed = failure.toCompletableFuture();
        CompletableFuture<String> ended = cancelled.toCompletableFuture();
        assertFalse(valued.isDone());
        value.complete("value");
        failure.fail(checked);
        cancelled.cancel("reason");
        test.run(() -> Programs.turns(2));
        assertEquals("value", valued.get());
        assertSame(checked, assertThrows(ExecutionException.class, failed::get).getCause());
        assertTrue(ended.isCancelled());
        assertThrows(CancellationException.class, ended::get);
        CompletableFuture<String> late = value.toCompletableFuture();
        test.run(() -> Programs.turns(2));
        assertEquals("value", late.get());
    }

    @LoopTest
    void cancelling_the_future_cancels_the_task() {
        test.run(() -> {
            Task<Void> task = loop.spawn(Programs.noting(trace, EventLoop.sleep(HOUR)));
            CompletableFuture<Void> future = task.toCompletableFuture();
            await(Programs.turns(2));
            assertTrue(future.cancel(false));
            await(Programs.turns(4));
            assertTrue(task.isCancelled());
            return null;
        });
        assertEquals(List.of("cancelled: null"), trace);
    }

    @LoopTest
    void what_is_derived_from_the_future_is_no_view_of_the_task() {
        test.run(() -> {
            Task<String> task = loop.spawn(EventLoop.sleep(Duration.ofSeconds(1), "value"));
            CompletableFuture<String> derived = task.toCompletableFuture().thenApply(value -> value + "!");
            CompletableFuture<String> other = task.toCompletableFuture().thenApply(value -> value + "!");
            assertTrue(derived.cancel(false));
            await(Programs.turns(3));
            assertFalse(task.isDone());
            assertEquals("value", await(task));
            await(Programs.turns(2));
            assertEquals("value!", other.getNow(null));
            return null;
        });
    }

    @LoopTest
    void a_submitted_coroutine_runs_as_a_task() {
        CompletableFuture<String> value = loop.submit(EventLoop.sleep(HOUR, "value"));
        IllegalStateException boom = new IllegalStateException("boom");
        CompletableFuture<String> failure = loop.submit(Programs.failing(boom));
        test.run(() -> EventLoop.sleep(HOUR.plusSeconds(1)));
        assertEquals("value", value.join());
        assertSame(boom, assertThrows(ExecutionException.class, failure::get).getCause());
        Coroutine<String> used = EventLoop.sleep(Duration.ZERO, "used");
        loop.submit(used);
        CompletableFuture<String> refused = loop.submit(used);
        test.run(() -> Programs.turns(3));
        assertSame(
                IllegalStateException.class,
                assertThrows(ExecutionException.class, refused::get).getCause().getClass());
        assertThrows(NullPointerException.class, () -> loop.submit(null));
    }

    @LoopTest
    void cancelling_what_was_submitted_cancels_it_before_and_after_its_start() {
        Coroutine<Void> early = Programs.note(trace, "never");
        CompletableFuture<Void> first = loop.submit(early);
        assertTrue(first.cancel(false));
        test.run(() -> {
            await(Programs.turn());
            assertEquals(State.CLOSED, early.state());
            CompletableFuture<Void> second = loop.submit(Programs.noting(trace, EventLoop.sleep(HOUR)));
            await(Programs.turns(2));
            assertTrue(second.cancel(true));
            await(Programs.turns(3));
            return null;
        });
        assertEquals(List.of("cancelled: null"), trace);
        assertEquals(Duration.ZERO, test.elapsed());
    }

    @LoopTest
    void nobody_waits_for_ever_for_a_loop_that_is_closed() {
        Promise<String> promise = new Promise<>(loop);
        Task<String> task = loop.spawn(EventLoop.sleep(HOUR, "never"));
        CompletableFuture<String> ofPromise = promise.toCompletableFuture();
        CompletableFuture<String> ofTask = task.toCompletableFuture();
        CompletableFuture<String> running = loop.submit(EventLoop.sleep(HOUR, "never"));
        test.run(() -> Programs.turns(3));
        CompletableFuture<String> waiting = loop.submit(EventLoop.sleep(HOUR, "never"));
        loop.close();
        for (CompletableFuture<String> future : List.of(ofPromise, ofTask, running, waiting)) {
            assertTrue(future.isCancelled());
        }
    }

    @LoopTest
    void a_stage_that_another_thread_completes_is_waited_for_in_real_time() throws InterruptedException {
        CompletableFuture<String> stage = new CompletableFuture<>();
        CountDownLatch isWaiting = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            try {
                isWaiting.await();
                stage.complete("from outside");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the loop then tells of its deadlock
            }
        });
        other.start();
        String value = test.run(() -> {
            loop.callSoon(isWaiting::countDown);
            return Coroutine.of(await(stage));
        });
        assertEquals("from outside", value);
        other.join();
        Promise<Void> never = new Promise<>(loop);
        LoopStuckError stuck = assertThrows(LoopStuckError.class, () -> test.run(() -> Programs.waitFor(never)));
        assertTrue(stuck.getMessage().startsWith("deadlock: "), stuck::getMessage); // no stage is awaited any more
    }

    @LoopTest
    void a_stage_that_a_timer_completes_lets_time_jump() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        loop.callLater(HOUR, () -> stage.complete("in time"));
        assertEquals("in time", test.<String>run(() -> Coroutine.of(await(stage))));
        assertEquals(HOUR, test.elapsed());
    }

    @LoopTest(timeoutMillis = 20)
    void a_stage_that_nobody_completes_is_told_of_after_a_while() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        LoopStuckError stuck = assertThrows(LoopStuckError.class, () -> test.run(() -> Coroutine.of(await(stage))));
        assertTrue(stuck.getMessage().startsWith("another thread was to wake"), stuck::getMessage);
    }
}
