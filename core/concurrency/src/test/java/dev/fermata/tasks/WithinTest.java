package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WithinTest extends TracedLoop {
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void without_any_time_a_coroutine_does_not_start() {
        expectByTurns(noTimeForCoroutine(), "3: coroutine !! TIMEOUT");
    }

    @Suspendable
    private Coroutine<Void> running() {
        log("runs");
        await(turns(0));
        return null;
    }

    @Suspendable
    private Coroutine<Void> noTimeForCoroutine() {
        await(attempt("coroutine", Tasks.within(Duration.ZERO, running())));
        return null;
    }

    @Test
    void without_any_time_what_is_done_counts_as_it_is() {
        expectByTurns(
                noTimeForDone(), "0: done -> 3", "0: cancelled !! CANCELLED(c)", "2: promise !! TIMEOUT", "2: true");
    }

    @Suspendable
    private Coroutine<Void> noTimeForDone() {
        Promise<Integer> done = promise();
        done.complete(3);
        await(attempt("done", Tasks.within(Duration.ofSeconds(-1), done)));
        Promise<Integer> cancelled = promise();
        cancelled.cancel("c");
        await(attempt("cancelled", Tasks.within(Duration.ofSeconds(-1), cancelled)));
        Promise<Integer> pending = promise();
        await(attempt("promise", Tasks.within(Duration.ZERO, pending)));
        log(pending.isCancelled());
        return null;
    }

    @Test
    void without_any_time_a_task_may_still_refuse() {
        expectByTurns(
                noTimeForTasks(),
                "2: task sees CANCELLED",
                "4: task cleaned",
                "6: stubborn -> no",
                "8: task sees CANCELLED",
                "10: angry !! Boom(n)");
    }

    @Suspendable
    private Coroutine<Void> noTimeForTasks() {
        Task<String> stubborn = loop.spawn(forEver("task", 2, null, "no"));
        await(turns(1));
        await(attempt("stubborn", Tasks.within(Duration.ZERO, stubborn)));
        Task<String> angry = loop.spawn(forEver("task", 0, new Boom("n"), null));
        await(turns(1));
        await(attempt("angry", Tasks.within(Duration.ZERO, angry)));
        return null;
    }

    @Test
    void can_be_cancelled_while_it_waits_for_the_end_of_what_had_no_time() {
        expectByTurns(
                cancelledMeanwhile(),
                "3: task sees CANCELLED",
                "5: waiting !! CANCELLED(w)",
                "5: false",
                "6: task cleaned",
                "7: task !! CANCELLED");
    }

    @Suspendable
    private Coroutine<Void> cancelledMeanwhile() {
        Task<Void> task = loop.spawn(forEver("task", 3));
        await(turns(1));
        Task<Void> waiting = loop.spawn(Tasks.within(Duration.ZERO, task));
        await(turns(2));
        waiting.cancel("w");
        await(attempt("waiting", waiting));
        log(task.isDone());
        await(attempt("task", task));
        return null;
    }

    @Test
    void a_cancellation_of_what_is_awaited_is_no_timeout() {
        expectByTurns(cancelledInside(), "2: waiting !! CANCELLED(x)");
    }

    @Suspendable
    private Coroutine<Void> cancelledInside() {
        Promise<Void> promise = promise();
        loop.callSoon(() -> promise.cancel("x"));
        await(attempt("waiting", Tasks.within(Duration.ofHours(1), promise)));
        return null;
    }

    @Test
    void a_second_cancellation_reaches_the_task_while_it_cleans_up() {
        expect(cancelledTwice(), "task sees CANCELLED", "waiting !! CANCELLED(w)", "true 1");
    }

    @Suspendable
    private Coroutine<Void> cancelledTwice() {
        Task<Void> task = loop.spawn(forEver("task", 3));
        Task<Void> waiting = loop.spawn(Tasks.within(SHORT, task));
        await(EventLoop.sleep(SHORT));
        await(turns(1));
        waiting.cancel("w");
        await(attempt("waiting", waiting));
        log(task.isCancelled(), waiting.cancelling());
        return null;
    }

    @Test
    void a_coroutine_runs_in_the_same_task() {
        expect(sameTask());
    }

    @Suspendable
    private static Coroutine<Task<?>> itself() {
        await(turns(1));
        return Coroutine.of(Task.current());
    }

    @Suspendable
    private Coroutine<Void> sameTask() {
        assertSame(Task.current(), await(Tasks.within(SHORT, itself())));
        return null;
    }

    @Test
    void the_exception_tells_the_limit_and_what_was_stopped() {
        TimedOutException timeout =
                assertThrows(TimedOutException.class, () -> run(Tasks.within(SHORT, this.<Void>promise())));
        assertEquals("not done within PT0.02S", timeout.getMessage());
        assertInstanceOf(Cancellation.class, timeout.getCause());
    }
}
