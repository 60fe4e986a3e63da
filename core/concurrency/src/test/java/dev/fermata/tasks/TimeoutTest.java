package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TimeoutTest extends TracedLoop {
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void a_deadline_that_has_passed_acts_at_the_next_suspension() {
        expectByTurns(passed(), "2: body sees CANCELLED", "2: past !! TIMEOUT", "3: zero !! TIMEOUT", "3: still -> 1");
    }

    @Suspendable
    private Coroutine<Void> passed() {
        await(attempt("past", Timeout.at(loop.time() - 1, timeout -> forEver("body"))));
        await(attempt("zero", Timeout.after(Duration.ZERO, timeout -> after(5, 1))));
        await(attempt("still", Timeout.after(Duration.ofDays(-1), timeout -> after(0, 1))));
        return null;
    }

    @Test
    void what_the_body_makes_of_the_cancellation_counts() {
        expect(
                answers(),
                "body sees CANCELLED",
                "failing !! Boom(answer)",
                "body sees CANCELLED",
                "refusing -> fine",
                "body sees CANCELLED",
                "body cleaned",
                "cleaning !! TIMEOUT",
                "0");
    }

    @Suspendable
    private Coroutine<Void> answers() {
        await(attempt("failing", Timeout.after(SHORT, timeout -> forEver("body", 0, new Boom("answer"), null))));
        await(attempt("refusing", Timeout.after(SHORT, timeout -> forEver("body", 0, null, "fine"))));
        await(attempt("cleaning", Timeout.after(SHORT, timeout -> forEver("body", 2))));
        log(Task.current().cancelling());
        await(turns(1));
        return null;
    }

    @Test
    void a_cancellation_from_outside_wins_over_a_timeout_in_the_same_turn() {
        expectByTurns(bothAtOnce(), "2: body sees CANCELLED(outer)", "3: task !! CANCELLED(outer)", "3: 1");
    }

    @Suspendable
    private Coroutine<Void> bothAtOnce() {
        Task<Void> task = loop.spawn(Timeout.after(Duration.ZERO, timeout -> forEver("body")));
        await(turns(1));
        task.cancel("outer");
        await(attempt("task", task));
        log(task.cancelling());
        return null;
    }

    @Test
    void a_cancellation_from_outside_wins_while_the_body_cleans_up() {
        expectByTurns(cancelledCleaning(), "3: body sees CANCELLED", "6: task !! CANCELLED(outer)", "6: true 1");
    }

    @Suspendable
    private Coroutine<Void> cancelledCleaning() {
        Timeout timeout = Timeout.after(Duration.ZERO);
        Task<Void> task = loop.spawn(timeout.enter(entered -> forEver("body", 3)));
        await(turns(4));
        task.cancel("outer");
        await(attempt("task", task));
        log(timeout.isExpired(), task.cancelling());
        return null;
    }

    @Test
    void requests_that_were_there_before_are_not_its_own() {
        expect(stale(), "before sees CANCELLED(stale)", "within !! TIMEOUT", "1");
    }

    /** A task that has refused to be cancelled can still have a timeout. */
    @Suspendable
    private Coroutine<Void> stale() {
        Task<?> task = Task.current();
        loop.callSoon(() -> task.cancel("stale"));
        await(forEver("before", 0, null, "refused"));
        await(attempt("within", Timeout.after(SHORT, timeout -> promised(this.<Void>promise()))));
        log(task.cancelling());
        return null;
    }

    private <T> Coroutine<T> promised(Promise<T> promise) {
        return Tasks.within(null, promise);
    }

    @Test
    void what_is_done_in_the_turn_of_the_timeout_is_too_late() {
        expect(race(), "race !! TIMEOUT");
    }

    @Suspendable
    private Coroutine<Void> race() {
        Promise<Integer> promise = promise();
        long at = loop.time() + SHORT.toNanos();
        loop.callAt(at, () -> promise.complete(1));
        await(attempt("race", Timeout.at(at, timeout -> promised(promise))));
        return null;
    }

    @Test
    void what_is_done_a_moment_before_is_in_time_and_leaves_no_alarm() {
        expect(inTime(), "in time -> 1", "false");
    }

    @Suspendable
    private Coroutine<Void> inTime() {
        Promise<Integer> promise = promise();
        loop.callAt(loop.time() + SHORT.toNanos() - 1, () -> promise.complete(1));
        Timeout timeout = Timeout.after(SHORT);
        await(attempt("in time", timeout.enter(entered -> promised(promise))));
        await(EventLoop.sleep(Duration.ofHours(1)));
        log(timeout.isExpired());
        return null;
    }

    @Test
    void of_two_with_the_same_deadline_the_outer_one_takes_over() {
        expect(sameDeadline(), "body sees CANCELLED", "inner !! CANCELLED", "true true 1", "outer !! TIMEOUT", "0");
    }

    @Suspendable
    private Coroutine<Void> sameDeadline() {
        long at = loop.time() + SHORT.toNanos();
        Timeout outer = Timeout.at(at);
        await(attempt("outer", outer.enter(entered -> inner(outer, Timeout.at(at)))));
        log(Task.current().cancelling());
        return null;
    }

    @Suspendable
    private Coroutine<Void> inner(Timeout outer, Timeout inner) {
        try {
            await(inner.enter(timeout -> forEver("body")));
        } catch (Throwable error) {
            log("inner", "!!", error);
            log(outer.isExpired(), inner.isExpired(), Task.current().cancelling());
            throw error;
        }
        return null;
    }

    @Test
    void its_time_starts_with_the_body() {
        expect(late(), "late -> 1");
    }

    @Suspendable
    private Coroutine<Void> late() {
        Timeout timeout = Timeout.after(SHORT);
        assertEquals(OptionalLong.empty(), timeout.deadline());
        Coroutine<Integer> limited = timeout.enter(entered -> EventLoop.sleep(SHORT.minusNanos(1), 1));
        await(EventLoop.sleep(SHORT));
        await(attempt("late", limited));
        assertEquals(OptionalLong.of(loop.time() + 1), timeout.deadline());
        return null;
    }

    @Test
    void moves_disappears_and_comes_back() {
        expect(moving(), "moved -> 1", "moved closer !! TIMEOUT", "10", "disabled -> 1", "set later !! TIMEOUT");
    }

    @Suspendable
    private static Coroutine<Integer> sleeping(Duration length) {
        await(EventLoop.sleep(length));
        return Coroutine.of(1);
    }

    @Suspendable
    private Coroutine<Void> moving() {
        Duration twice = SHORT.multipliedBy(2);
        await(attempt("moved", Timeout.after(SHORT, timeout -> {
            timeout.reschedule(Duration.ofHours(1));
            return sleeping(twice);
        })));
        long before = loop.time();
        await(attempt("moved closer", Timeout.after(twice, timeout -> {
            timeout.rescheduleAt(loop.time() + Duration.ofMillis(10).toNanos());
            return sleeping(twice);
        })));
        log(Duration.ofNanos(loop.time() - before).toMillis());
        await(attempt("disabled", Timeout.after(SHORT, timeout -> {
            timeout.disable();
            assertEquals(OptionalLong.empty(), timeout.deadline());
            return sleeping(twice);
        })));
        await(attempt("set later", Timeout.unlimited().enter(timeout -> {
            timeout.reschedule(Duration.ZERO);
            return sleeping(twice);
        })));
        return null;
    }

    @Test
    void cannot_be_moved_unless_the_body_has_time_left() {
        expect(
                misused(),
                "fresh !! IllegalStateException",
                "ended !! IllegalStateException",
                "ended !! IllegalStateException",
                "again !! IllegalStateException",
                "expired !! IllegalStateException",
                "outside !! IllegalStateException");
    }

    @Suspendable
    private Coroutine<Void> misused() {
        Timeout timeout = Timeout.after(SHORT);
        attempt("fresh", () -> timeout.reschedule(SHORT));
        await(timeout.enter(entered -> null));
        attempt("ended", () -> timeout.rescheduleAt(loop.time()));
        attempt("ended", timeout::disable);
        await(attempt("again", timeout.enter(entered -> null)));
        Timeout expired = Timeout.after(Duration.ZERO);
        await(Tasks.settle(expired.enter(entered -> turns(3))));
        attempt("expired", expired::disable);
        loop.callSoon(() -> {
            Coroutine<Object> outside = Timeout.after(SHORT, entered -> null);
            attempt("outside", () -> outside.send(null));
        });
        await(turns(2));
        return null;
    }

    @Test
    void checked_exceptions_of_the_body_are_thrown_as_they_are() {
        expect(checked(), "at once !! IOException", "later !! IOException");
    }

    @Suspendable
    private Coroutine<Void> checked() {
        await(attempt("at once", Timeout.after(SHORT, timeout -> {
            throw new IOException("at once");
        })));
        await(attempt("later", Timeout.after(SHORT, timeout -> failing(1, new IOException("later")))));
        return null;
    }

    @Test
    void the_longest_time_is_no_time_in_the_past() {
        expect(attempt("long", Timeout.after(Duration.ofSeconds(Long.MAX_VALUE), timeout -> after(2, 1))), "long -> 1");
    }
}
