package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.InvalidStateException;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

class PromisesTest {
    private final List<String> trace = new ArrayList<>();
    private final TestLoop test;
    private final EventLoop loop;
    private final Promise<String> promise;

    PromisesTest(TestLoop test) {
        this.test = test;
        this.loop = test.loop();
        this.promise = new Promise<>(loop);
    }

    @LoopTest
    void have_nothing_until_they_are_completed_and_are_completed_once() {
        assertSame(loop, promise.loop());
        assertFalse(promise.isDone());
        assertThrows(InvalidStateException.class, promise::result);
        assertThrows(InvalidStateException.class, promise::failure);
        promise.complete("value");
        assertTrue(promise.isDone());
        assertFalse(promise.isCancelled());
        assertEquals("value", promise.result());
        assertNull(promise.failure());
        assertThrows(InvalidStateException.class, () -> promise.complete("other"));
        assertThrows(InvalidStateException.class, () -> promise.fail(new Exception()));
        assertFalse(promise.tryComplete("other"));
        assertFalse(promise.tryFail(new Exception()));
        assertFalse(promise.cancel());
        assertFalse(promise.end("other"));
        assertEquals("value", promise.result());
    }

    @LoopTest
    void may_have_null_as_their_value() {
        promise.complete(null);
        assertTrue(promise.isDone());
        assertNull(promise.result());
        assertNull(test.run(() -> Programs.waitFor(promise)));
    }

    @LoopTest
    void fail_as_they_are_told() {
        Exception failure = new Exception("checked");
        assertThrows(NullPointerException.class, () -> promise.fail(null));
        promise.fail(failure);
        assertSame(failure, assertThrows(Exception.class, promise::result));
        assertSame(failure, promise.failure());
        assertSame(failure, test.<Throwable>run(() -> Programs.failureOf(promise)));
        assertFalse(promise.isCancelled());
    }

    @LoopTest
    void end_as_cancelled() {
        assertTrue(promise.cancel("why"));
        assertTrue(promise.isCancelled());
        assertEquals("why", assertThrows(Cancellation.class, promise::result).reason());
        assertEquals("why", assertThrows(Cancellation.class, promise::failure).reason());
        assertFalse(promise.tryComplete("late"));
    }

    @LoopTest
    void tell_their_callbacks_in_the_next_turn_in_order() {
        test.run(() -> {
            promise.onDone(done -> trace.add("first " + done.result()));
            promise.onDone(done -> trace.add("second " + done.result()));
            promise.complete("value");
            promise.onDone(done -> trace.add("late " + done.result()));
            assertEquals(List.of(), trace);
            await(Programs.turn());
            assertEquals(List.of("first value", "second value", "late value"), trace);
            return null;
        });
        assertThrows(NullPointerException.class, () -> promise.onDone(null));
    }

    @LoopTest
    void forget_callbacks_that_are_taken_back() {
        Consumer<Deferred<String>> twice = done -> trace.add("twice");
        promise.onDone(twice);
        promise.onDone(done -> trace.add("once"));
        promise.onDone(twice);
        assertEquals(2, promise.removeOnDone(twice));
        assertEquals(0, promise.removeOnDone(twice));
        promise.complete("value");
        assertEquals(0, promise.removeOnDone(twice));
        test.run(() -> Programs.turns(2));
        assertEquals(List.of("once"), trace);
    }

    @LoopTest
    void keep_waiting_tasks_when_callbacks_are_taken_back() {
        Consumer<Deferred<String>> callback = done -> trace.add("never");
        test.run(() -> {
            Task<String> waiting = loop.spawn(Programs.noting(trace, promise));
            await(Programs.turn());
            promise.onDone(callback);
            assertEquals(1, promise.removeOnDone(callback));
            promise.complete("value");
            await(waiting);
            return null;
        });
        assertEquals(List.of("got value"), trace);
    }

    @LoopTest
    void that_stand_for_work_pass_requests_to_cancel_on() {
        List<String> asked = new ArrayList<>();
        boolean[] isPassedOn = {true};
        Promise<String> work = Promise.cancelledBy(loop, reason -> {
            asked.add(reason);
            return isPassedOn[0];
        });
        assertTrue(work.cancel("please"));
        assertFalse(work.isDone());
        isPassedOn[0] = false;
        assertFalse(work.cancel());
        assertTrue(work.end("done"));
        assertFalse(work.cancel("too late"));
        assertTrue(work.isCancelled());
        assertEquals(java.util.Arrays.asList("please", null), asked);
        assertThrows(NullPointerException.class, () -> Promise.cancelledBy(loop, null));
    }

    @LoopTest
    void that_refuse_to_be_cancelled_leave_the_request_to_the_task() {
        Promise<String> work = Promise.cancelledBy(loop, reason -> false);
        test.run(() -> {
            Task<String> task = loop.spawn(Programs.noting(trace, work));
            await(Programs.turns(2));
            assertTrue(task.cancel("now"));
            work.complete("value");
            await(Programs.turns(3));
            assertTrue(task.isCancelled());
            return null;
        });
        assertEquals(List.of("cancelled: now"), trace);
    }
}
