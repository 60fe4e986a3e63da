package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Task;
import org.junit.jupiter.api.Test;

/** Groups in the shape of {@code StructuredTaskScope}. */
class OpenTaskGroupTest extends TracedLoop {
    @Test
    void joins_and_gives_results() {
        expectByTurns(results(), "4: sum 3", "4: after !! IllegalStateException", "4: again !! IllegalStateException");
    }

    @Suspendable
    private Coroutine<Void> results() {
        TaskGroup group = TaskGroup.open();
        try {
            Task<Integer> one = group.fork(after(1, 1));
            Task<Integer> two = group.fork("two", after(1, 2));
            assertEquals("two", two.name());
            await(group.join());
            log("sum", one.result() + two.result());
            attempt("after", () -> group.fork(turns(1)));
            await(attempt("again", group.join()));
        } finally {
            await(group.closeAsync());
        }
        return null;
    }

    @Test
    void a_failure_cancels_the_siblings_and_waits_for_join_to_be_told() {
        expectByTurns(
                failure(),
                "4: child sees CANCELLED",
                "6: body goes on",
                "6: fork !! IllegalStateException",
                "6: join !! GROUP[Boom(x)]",
                "7: 0");
    }

    @Suspendable
    private Coroutine<Void> failure() {
        TaskGroup group = TaskGroup.open();
        try {
            group.fork(failing(1, new Boom("x")));
            group.fork(forEver("child"));
            await(turns(6));
            log("body goes on");
            attempt("fork", () -> group.fork(turns(1)));
            await(attempt("join", group.join()));
            await(turns(1));
            log(Task.current().cancelling());
        } finally {
            await(group.closeAsync());
        }
        return null;
    }

    @Test
    void leaving_without_join_cancels_the_tasks_and_waits_for_them() {
        expectByTurns(attempt("left", leaving()), "2: child sees CANCELLED", "4: child cleaned", "6: left -> 1");
    }

    @Suspendable
    private Coroutine<Integer> leaving() {
        TaskGroup group = TaskGroup.open();
        try {
            group.fork(forEver("child", 2));
            await(turns(1));
            return Coroutine.of(1);
        } finally {
            await(group.closeAsync());
        }
    }

    @Test
    void leaving_without_join_tells_of_failures() {
        expect(attempt("left", leavingFailures()), "child sees CANCELLED", "left !! GROUP[Boom(before), Boom(answer)]");
    }

    @Suspendable
    private Coroutine<Void> leavingFailures() {
        TaskGroup group = TaskGroup.open();
        try {
            group.fork(failing(0, new Boom("before")));
            group.fork(forEver("child", 0, new Boom("answer"), null));
            await(turns(1));
        } finally {
            await(group.closeAsync());
        }
        return null;
    }

    @Test
    void a_failing_body_keeps_its_own_failure() {
        Boom failure = new Boom("body");
        expect(attempt("left", failingBody(failure)), "child sees CANCELLED", "left !! Boom(body)");
        assertEquals("[]", java.util.Arrays.toString(failure.getSuppressed()));
    }

    @Suspendable
    private Coroutine<Void> failingBody(Boom failure) {
        TaskGroup group = TaskGroup.open();
        try {
            group.fork(forEver("child"));
            await(turns(1));
            throw failure;
        } finally {
            await(group.closeAsync());
        }
    }

    @Test
    void cancelling_the_owner_cancels_the_tasks_in_the_body_and_in_join() {
        expectByTurns(
                cancelled(false),
                "3: body sees CANCELLED(m)",
                "4: child sees CANCELLED",
                "6: child cleaned",
                "9: owner !! CANCELLED(m)",
                "9: 1");
    }

    @Test
    void cancelling_the_owner_while_it_joins_cancels_the_tasks() {
        expectByTurns(
                cancelled(true), "4: child sees CANCELLED", "6: child cleaned", "9: owner !! CANCELLED(m)", "9: 1");
    }

    @Suspendable
    private Coroutine<Void> cancelled(boolean joins) {
        Task<Void> owner = loop.spawn(owning(joins));
        await(turns(2));
        owner.cancel("m");
        await(attempt("owner", owner));
        log(owner.cancelling());
        return null;
    }

    @Suspendable
    private Coroutine<Void> owning(boolean joins) {
        TaskGroup group = TaskGroup.open();
        try {
            group.fork(forEver("child", 2));
            await(joins ? group.join() : forEver("body"));
        } finally {
            await(group.closeAsync());
        }
        return null;
    }

    @Test
    void cancelling_the_owner_while_it_closes_the_group_is_not_lost() {
        expectByTurns(
                cancelledClosing(), "3: child sees CANCELLED", "6: child cleaned", "9: owner !! CANCELLED(m)", "9: 1");
    }

    @Suspendable
    private Coroutine<Void> cancelledClosing() {
        Task<Void> owner = loop.spawn(closing());
        await(turns(4));
        owner.cancel("m");
        await(attempt("owner", owner));
        log(owner.cancelling());
        return null;
    }

    @Suspendable
    private Coroutine<Void> closing() {
        TaskGroup group = TaskGroup.open();
        group.fork(forEver("child", 3));
        await(turns(1));
        await(group.closeAsync());
        return null;
    }

    @Test
    void only_its_owner_joins_and_closes_it() {
        expect(
                foreign(),
                "join !! IllegalStateException",
                "close !! IllegalStateException",
                "entered !! IllegalStateException",
                "enter !! IllegalStateException");
    }

    @Suspendable
    private Coroutine<Void> foreign() {
        TaskGroup group = TaskGroup.open();
        try {
            await(loop.spawn(attempt("join", group.join())));
            await(loop.spawn(attempt("close", group.closeAsync())));
            await(TaskGroup.run(entered -> attempt("entered", entered.join())));
            await(attempt("enter", group.enter(entered -> null)));
            await(group.join());
        } finally {
            await(group.closeAsync());
        }
        return null;
    }

    @Test
    void a_group_that_is_never_closed_is_reported_and_its_tasks_are_cancelled() {
        run(forgotten());
        assertEquals("[child sees CANCELLED]", trace.toString());
        assertEquals(1, reported.size());
        assertEquals("GROUP[Boom(lost)]", show(reported.get(0).error()));
        assertTrue(
                reported.get(0).message().contains("without closing"),
                reported.get(0).message());
    }

    @Suspendable
    private Coroutine<Void> forgotten() {
        await(loop.spawn(forgetful()));
        await(turns(3));
        return null;
    }

    @Suspendable
    private Coroutine<Void> forgetful() {
        TaskGroup group = TaskGroup.open();
        group.fork(failing(0, new Boom("lost")));
        group.fork(forEver("child"));
        await(turns(3));
        return null;
    }
}
