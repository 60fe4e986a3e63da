package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.GeneratorExit;
import dev.fermata.State;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The orderly end of a loop, and the abrupt one. */
class ShutdownTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<String> trace = new ArrayList<>();
    private final TestLoop test;
    private final EventLoop loop;

    ShutdownTest(TestLoop test) {
        this.test = test;
        this.loop = test.loop();
    }

    @Suspendable
    private Coroutine<Void> cleaning(Duration time) {
        try {
            await(EventLoop.sleep(HOUR));
        } catch (Cancellation cancelled) {
            trace.add("cancelled");
            throw cancelled;
        } catch (GeneratorExit closed) {
            trace.add("closed");
            throw closed;
        } finally {
            trace.add("finally");
            if (!time.isZero()) {
                await(EventLoop.sleep(time));
                trace.add("cleaned");
            }
        }
        return null;
    }

    @LoopTest
    void an_orderly_end_cancels_and_lets_finally_blocks_await() {
        Task<Void> task = loop.spawn(cleaning(Programs.SECOND));
        test.run(() -> Programs.turns(2));
        loop.shutDown();
        assertEquals(List.of("cancelled", "finally", "cleaned"), trace);
        assertTrue(task.isCancelled());
        assertTrue(loop.isClosed());
        assertEquals(Programs.SECOND, test.elapsed());
        loop.shutDown();
    }

    @LoopTest
    void a_task_that_has_not_begun_just_ends() {
        Task<Void> task = loop.spawn(Programs.note(trace, "never"));
        loop.shutDown();
        assertTrue(task.isCancelled());
        assertEquals(List.of(), trace);
    }

    @Suspendable
    private static Coroutine<Void> stubborn() {
        for (; ; ) {
            try {
                await(EventLoop.sleep(HOUR));
            } catch (Cancellation ignored) {
                // that is what it is to be stubborn
            }
        }
    }

    @LoopTest
    void a_task_that_does_not_end_within_the_grace_is_reported_and_closed() {
        Task<Void> task = loop.spawn("stubborn", stubborn());
        loop.setShutdownGrace(Duration.ofSeconds(5));
        test.run(() -> Programs.turns(2));
        loop.shutDown();
        assertEquals(Duration.ofSeconds(5), test.elapsed());
        List<LoopFailure> failures = test.takeFailures();
        assertEquals(1, failures.size(), failures::toString);
        assertSame(task, failures.get(0).source());
        assertTrue(failures.get(0).message().contains("did not end within PT5S"), failures::toString);
        assertEquals(State.CLOSED, task.coroutine().state());
        assertTrue(task.isCancelled());
    }

    @Suspendable
    private Coroutine<Void> spawningAtTheEnd(int more) {
        try {
            await(EventLoop.sleep(HOUR));
        } finally {
            trace.add("spawns");
            if (more > 0) {
                EventLoop.current().spawn(spawningAtTheEnd(more - 1));
                await(Programs.turn()); // so that the new one begins
            }
        }
        return null;
    }

    @LoopTest
    void what_is_spawned_meanwhile_is_cancelled_too() {
        loop.spawn(spawningAtTheEnd(3));
        test.run(() -> Programs.turns(2));
        loop.shutDown();
        assertEquals(List.of("spawns", "spawns", "spawns", "spawns"), trace);
    }

    @Suspendable
    private static Coroutine<Void> failingAtTheEnd(RuntimeException failure) {
        try {
            await(EventLoop.sleep(HOUR));
        } catch (Cancellation cancelled) {
            throw failure;
        }
        return null;
    }

    @LoopTest
    void a_failure_meanwhile_is_reported_once() {
        IllegalStateException boom = new IllegalStateException("boom");
        Task<Void> task = loop.spawn("failing", failingAtTheEnd(boom));
        test.run(() -> Programs.turns(2));
        loop.shutDown();
        List<LoopFailure> failures = test.takeFailures();
        assertEquals(1, failures.size(), failures::toString);
        assertSame(boom, failures.get(0).error());
        assertSame(task, failures.get(0).source());
        assertTrue(failures.get(0).message().contains("failed while the loop was shut down"), failures::toString);
    }

    @LoopTest
    void an_abrupt_end_runs_finally_blocks_that_await_nothing() {
        Task<Void> task = loop.spawn(cleaning(Duration.ZERO));
        test.run(() -> Programs.turns(2));
        loop.close();
        assertEquals(List.of("closed", "finally"), trace);
        assertEquals(State.CLOSED, task.coroutine().state());
        assertTrue(task.isCancelled());
        assertEquals(
                "the loop was closed",
                assertThrows(Cancellation.class, task::result).reason());
        assertEquals(0, loop.statistics().timers());
    }

    @LoopTest
    void a_finally_block_that_awaits_in_an_abrupt_end_is_told_of() {
        loop.spawn("late", cleaning(Programs.SECOND));
        test.run(() -> Programs.turns(2));
        loop.close();
        assertEquals(List.of("closed", "finally"), trace);
        List<LoopFailure> failures = test.takeFailures();
        assertEquals(1, failures.size(), failures::toString);
        assertTrue(failures.get(0).error().getMessage().contains("ignored GeneratorExit"), failures::toString);
    }

    @LoopTest
    void an_abrupt_end_reaches_what_finally_blocks_spawn_and_sees_the_loop() {
        loop.spawn(spawningOnClose());
        test.run(() -> Programs.turns(2));
        loop.close();
        assertEquals(List.of("task-1 closes"), trace);
        assertEquals(List.of(), loop.tasks());
    }

    @Suspendable
    private Coroutine<Void> spawningOnClose() {
        try {
            await(new Promise<>(EventLoop.current()));
        } finally {
            assertSame(loop, EventLoop.current());
            trace.add(Task.current().name() + " closes");
            loop.spawn(Programs.note(trace, "never"));
        }
        return null;
    }

    @LoopTest
    void what_is_only_queued_is_dropped() {
        loop.callSoon(() -> trace.add("never"));
        loop.callLater(Duration.ZERO, () -> trace.add("never"));
        loop.callSoonThreadsafe(() -> trace.add("never"));
        loop.close();
        assertEquals(List.of(), trace);
        assertEquals(0, loop.statistics().ready());
    }

    @LoopTest
    void the_end_of_run_is_orderly() {
        EventLoop.run(leaving());
        assertEquals(List.of("cancelled", "finally"), trace);
    }

    @Suspendable
    private Coroutine<Void> leaving() {
        EventLoop.current().spawn(cleaning(Duration.ZERO));
        await(Programs.turn());
        return null;
    }
}
