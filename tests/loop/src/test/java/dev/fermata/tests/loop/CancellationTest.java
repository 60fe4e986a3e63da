package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A request to cancel arrives once, at a suspension point, and never gets lost. */
class CancellationTest {
    private final List<String> trace = new ArrayList<>();
    private final TestLoop test;
    private final EventLoop loop;

    CancellationTest(TestLoop test) {
        this.test = test;
        this.loop = test.loop();
    }

    private static Coroutine<Void> hour() {
        return EventLoop.sleep(Duration.ofHours(1));
    }

    @LoopTest
    void arrives_where_the_task_waits_with_its_reason() {
        test.run(() -> {
            Task<Void> task = loop.spawn(Programs.noting(trace, hour()));
            await(Programs.turns(2));
            assertTrue(task.cancel("too late"));
            assertFalse(task.isCancelled(), "only asked so far");
            assertEquals(1, task.cancelling());
            Cancellation seen = assertInstanceOf(Cancellation.class, await(Programs.failureOf(task)));
            assertEquals("too late", seen.reason());
            assertTrue(task.isCancelled());
            assertFalse(task.cancel("again"));
            assertEquals(
                    "too late", assertThrows(Cancellation.class, task::result).reason());
            assertEquals(
                    "too late", assertThrows(Cancellation.class, task::failure).reason());
            return null;
        });
        assertEquals(List.of("cancelled: too late"), trace);
        assertEquals(Duration.ZERO, test.elapsed());
    }

    @LoopTest
    void needs_no_reason() {
        Task<Void> task = loop.spawn(Programs.noting(trace, hour()));
        loop.callLater(Programs.SECOND, task::cancel);
        Cancellation seen = assertThrows(Cancellation.class, () -> test.run(() -> Programs.waitFor(task)));
        assertNull(seen.reason());
        assertEquals(List.of("cancelled: null"), trace);
    }

    @LoopTest
    void before_the_start_keeps_the_body_from_running() {
        Task<Void> task = loop.spawn(Programs.note(trace, "never"));
        assertTrue(task.cancel("early"));
        test.run(() -> Programs.turns(2));
        assertTrue(task.isCancelled());
        assertEquals(List.of(), trace);
    }

    @LoopTest
    void goes_down_to_what_is_awaited_and_comes_back_up() {
        test.run(() -> {
            Promise<String> promise = new Promise<>(loop);
            Task<String> inner = loop.spawn("inner", Programs.noting(trace, promise));
            Task<String> outer = loop.spawn("outer", Programs.noting(trace, inner));
            await(Programs.turns(3));
            outer.cancel("stop");
            assertTrue(promise.isCancelled());
            assertInstanceOf(Cancellation.class, await(Programs.failureOf(outer)));
            assertTrue(inner.isCancelled());
            return null;
        });
        assertEquals(List.of("cancelled: stop", "cancelled: stop"), trace);
    }

    @LoopTest
    void of_a_promise_reaches_all_who_wait_and_counts_as_no_request_to_them() {
        test.run(() -> {
            Promise<String> promise = new Promise<>(loop);
            Task<String> a = loop.spawn(Programs.noting(trace, promise));
            Task<String> b = loop.spawn(Programs.noting(trace, promise));
            await(Programs.turns(2));
            assertTrue(promise.cancel("nobody gives it"));
            assertFalse(promise.cancel("again"));
            await(Programs.turns(3));
            assertTrue(a.isCancelled());
            assertTrue(b.isCancelled());
            assertEquals(0, a.cancelling());
            return null;
        });
        assertEquals(List.of("cancelled: nobody gives it", "cancelled: nobody gives it"), trace);
    }

    @LoopTest
    void that_comes_with_the_value_replaces_it() {
        test.run(() -> {
            Promise<String> promise = new Promise<>(loop);
            Task<String> task = loop.spawn(Programs.noting(trace, promise));
            await(Programs.turns(2));
            promise.complete("value");
            assertTrue(task.cancel("in between"));
            await(Programs.turns(3));
            assertTrue(task.isCancelled());
            return null;
        });
        assertEquals(List.of("cancelled: in between"), trace);
    }

    @Suspendable
    private Coroutine<String> cancellingItself(boolean waitsAgain) {
        Task.current().cancel("by itself");
        trace.add("still here");
        if (waitsAgain) {
            await(hour());
            trace.add("never");
        }
        return Coroutine.of("result");
    }

    @LoopTest
    void of_the_running_task_waits_for_its_next_suspension() {
        Task<String> task = loop.spawn(cancellingItself(true));
        test.run(() -> Programs.failureOf(task));
        assertTrue(task.isCancelled());
        assertEquals(List.of("still here"), trace);
        assertEquals(Duration.ZERO, test.elapsed());
    }

    @LoopTest
    void in_the_last_step_is_not_lost() {
        Task<String> task = loop.spawn(cancellingItself(false));
        test.run(() -> Programs.failureOf(task));
        assertTrue(task.isCancelled());
        assertEquals("by itself", assertThrows(Cancellation.class, task::result).reason());
    }

    @Suspendable
    private Coroutine<String> refusing(Duration first, Duration second) {
        try {
            await(EventLoop.sleep(first));
        } catch (Cancellation cancelled) {
            trace.add("refused: " + cancelled.reason());
        }
        await(EventLoop.sleep(second));
        return Coroutine.of("result");
    }

    @LoopTest
    void can_be_refused_and_asked_for_again() {
        test.run(() -> {
            Task<String> stubborn = loop.spawn(refusing(Duration.ofHours(1), Programs.SECOND));
            await(Programs.turns(2));
            stubborn.cancel("once");
            assertEquals("result", await(stubborn));
            assertFalse(stubborn.isCancelled());
            assertEquals(1, stubborn.cancelling());

            Task<String> twice = loop.spawn(refusing(Duration.ofHours(1), Duration.ofHours(1)));
            await(Programs.turns(2));
            twice.cancel("once");
            await(Programs.turns(3));
            twice.cancel("twice");
            assertEquals(2, twice.cancelling());
            assertEquals("twice", ((Cancellation) await(Programs.failureOf(twice))).reason());
            return null;
        });
        assertEquals(List.of("refused: once", "refused: once"), trace);
        assertEquals(Programs.SECOND, test.elapsed());
    }

    @LoopTest
    void twice_before_the_task_has_its_turn_arrives_once() {
        test.run(() -> {
            Task<String> task = loop.spawn(refusing(Duration.ofHours(1), Programs.SECOND));
            await(Programs.turns(2));
            task.cancel("first");
            task.cancel("second");
            assertEquals(2, task.cancelling());
            assertEquals("result", await(task));
            return null;
        });
        assertEquals(1, trace.size());
    }

    @LoopTest
    void can_be_taken_back_from_the_count_alone() {
        test.run(() -> {
            Task<Void> task = loop.spawn(Programs.noting(trace, hour()));
            assertEquals(0, task.uncancel());
            assertEquals(0, task.cancelling());
            await(Programs.turns(2));
            task.cancel("one");
            task.cancel("two");
            assertEquals(1, task.uncancel());
            assertEquals(0, task.uncancel());
            assertEquals(0, task.uncancel());
            await(Programs.turns(3));
            assertTrue(task.isCancelled());
            return null;
        });
    }

    @Suspendable
    private Coroutine<Void> masked(Promise<Void> begun) {
        try (Task.Mask outer = Task.current().maskCancellation()) {
            begun.complete(null);
            await(EventLoop.sleep(Programs.SECOND));
            Task.Mask inner = Task.current().maskCancellation();
            await(EventLoop.sleep(Programs.SECOND));
            inner.close();
            inner.close(); // once only
            await(EventLoop.sleep(Programs.SECOND));
            trace.add("said goodbye after " + test.elapsed());
            assertEquals(1, Task.current().cancelling());
            assertSame(Task.Mask.class, outer.getClass());
        }
        trace.add("unmasked");
        await(hour());
        trace.add("never");
        return null;
    }

    @LoopTest
    void waits_for_the_end_of_a_mask() {
        test.run(() -> {
            Promise<Void> begun = new Promise<>(loop);
            Task<Void> task = loop.spawn(masked(begun));
            await(begun);
            task.cancel("now");
            assertEquals("now", ((Cancellation) await(Programs.failureOf(task))).reason());
            return null;
        });
        assertEquals(List.of("said goodbye after PT3S", "unmasked"), trace);
        assertEquals(Duration.ofSeconds(3), test.elapsed());
    }

    @Suspendable
    private static Coroutine<Void> failingWhenCancelled(Exception failure) throws Exception {
        try {
            await(hour());
        } catch (Cancellation cancelled) {
            throw failure;
        }
        return null;
    }

    @LoopTest
    void answered_by_a_failure_makes_a_task_that_has_failed() throws Exception {
        Exception failure = new Exception("clean-up");
        Task<Void> task = loop.spawn(failingWhenCancelled(failure));
        loop.callLater(Programs.SECOND, task::cancel);
        assertSame(failure, test.<Throwable>run(() -> Programs.failureOf(task)));
        assertFalse(task.isCancelled());
    }

    @Suspendable
    private static Coroutine<Void> throwingCancellation() {
        await(Programs.turn());
        throw new Cancellation("of my own");
    }

    @LoopTest
    void that_a_body_throws_by_itself_cancels_its_task() {
        Task<Void> task = loop.spawn(throwingCancellation());
        test.run(() -> Programs.failureOf(task));
        assertTrue(task.isCancelled());
        assertEquals(0, task.cancelling());
    }

    @LoopTest
    void passes_by_a_catch_of_exceptions() {
        Task<Void> task = loop.spawn(catchingExceptions());
        loop.callLater(Programs.SECOND, task::cancel);
        test.run(() -> Programs.failureOf(task));
        assertTrue(task.isCancelled());
        assertEquals(List.of("finally"), trace);
    }

    @Suspendable
    private Coroutine<Void> catchingExceptions() {
        try {
            await(hour());
        } catch (Exception e) {
            trace.add("caught " + e);
        } finally {
            trace.add("finally");
        }
        return null;
    }
}
