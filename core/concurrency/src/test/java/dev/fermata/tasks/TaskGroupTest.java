package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.State;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TaskGroupTest extends TracedLoop {
    @Test
    void of_no_tasks_ends_with_its_body() {
        expectByTurns(attempt("group", TaskGroup.run(group -> after(0, 5))), "0: group -> 5");
    }

    @Test
    void waits_for_its_tasks_and_gives_what_the_body_gives() {
        expectByTurns(
                attempt("group", TaskGroup.run(group -> {
                    group.fork(after(2, "x"));
                    return after(0, 5);
                })),
                "5: group -> 5");
    }

    @Suspendable
    private Coroutine<Void> forking(TaskGroup group) {
        await(turns(1));
        log(group.fork("grandchild", after(2, "x")).name());
        return null;
    }

    @Test
    void its_tasks_may_fork_even_after_the_body_has_ended() {
        expectByTurns(
                attempt("group", TaskGroup.run(group -> {
                    group.fork(forking(group));
                    return null;
                })),
                "2: grandchild",
                "7: group -> none");
    }

    @Suspendable
    private Coroutine<Void> failingBody(TaskGroup group) {
        group.fork(forEver("child", 2));
        await(turns(1));
        throw new Boom("body");
    }

    @Test
    void a_failing_body_cancels_the_tasks_and_waits_for_them() {
        expectByTurns(
                attempt("group", TaskGroup.run(this::failingBody)),
                "2: child sees CANCELLED",
                "4: child cleaned",
                "6: group !! GROUP[Boom(body)]");
    }

    @Test
    void a_body_that_fails_at_once_keeps_its_tasks_from_starting() {
        expectByTurns(
                attempt("group", TaskGroup.run(group -> {
                    group.fork(forEver("child"));
                    throw new IOException("body");
                })),
                "3: group !! GROUP[IOException]");
    }

    @Suspendable
    private Coroutine<String> cancellingOne(TaskGroup group) {
        Task<Void> one = group.fork(forEver("child"));
        group.fork(after(5, 1));
        await(turns(1));
        one.cancel();
        return Coroutine.of("result");
    }

    @Test
    void the_cancellation_of_one_task_is_no_failure() {
        expectByTurns(
                attempt("group", TaskGroup.run(this::cancellingOne)), "2: child sees CANCELLED", "8: group -> result");
    }

    @Test
    void cancelling_the_owner_in_the_body_cancels_the_tasks() {
        expectByTurns(
                ownerCancelled(TaskGroup.run(group -> {
                    group.fork(forEver("child", 2));
                    return forEver("body");
                })),
                "3: body sees CANCELLED(m)",
                "4: child sees CANCELLED",
                "6: child cleaned",
                "9: owner !! CANCELLED(m)",
                "9: 1");
    }

    @Suspendable
    private Coroutine<Void> ownerCancelled(Coroutine<?> group) {
        Task<?> owner = loop.spawn(group);
        await(turns(2));
        owner.cancel("m");
        await(attempt("owner", owner));
        log(owner.cancelling());
        return null;
    }

    @Test
    void cancelling_the_owner_again_does_not_cut_the_end_of_the_tasks_short() {
        expectByTurns(
                ownerCancelledTwice(),
                "4: child sees CANCELLED",
                "6: child cleaned",
                "9: owner !! CANCELLED(m)",
                "9: 2");
    }

    @Suspendable
    private Coroutine<Void> ownerCancelledTwice() {
        Task<Void> owner = loop.spawn(TaskGroup.run(group -> {
            group.fork(forEver("child", 2));
            return null;
        }));
        await(turns(2));
        owner.cancel("m");
        await(turns(2));
        owner.cancel("n");
        await(attempt("owner", owner));
        log(owner.cancelling());
        return null;
    }

    /** Says what comes of a group, and whether a cancellation comes at the next suspension point. */
    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // into the trace
    private Coroutine<Void> goingOn(Coroutine<?> group) {
        try {
            await(group);
        } catch (Throwable error) {
            log("group", "!!", error, Task.current().cancelling());
        }
        try {
            await(turns(1));
            log("goes on", Task.current().cancelling());
        } catch (Cancellation cancelled) {
            log("then", cancelled, Task.current().cancelling());
        }
        return null;
    }

    @Test
    void a_failure_that_takes_the_place_of_a_cancellation_lets_it_come_next() {
        expectByTurns(
                cancelledAfter(2, goingOn(TaskGroup.run(group -> {
                    group.fork(forEver("child", 0, new Boom("x"), null));
                    return null;
                }))),
                "4: child sees CANCELLED",
                "6: group !! GROUP[Boom(x)] 1",
                "7: then CANCELLED(m) 1");
    }

    @Suspendable
    private Coroutine<Void> cancelledAfter(int turns, Coroutine<Void> coroutine) {
        Task<Void> task = loop.spawn(coroutine);
        await(turns(turns));
        task.cancel("m");
        await(Tasks.settle(task));
        return null;
    }

    @Test
    void a_cancellation_that_comes_while_the_tasks_clean_up_after_a_failure_comes_next() {
        expectByTurns(
                cancelledAfter(5, goingOn(TaskGroup.run(group -> {
                    group.fork(failing(1, new Boom("x")));
                    group.fork(forEver("child", 2));
                    return forEver("body");
                }))),
                "5: child sees CANCELLED",
                "5: body sees CANCELLED",
                "7: child cleaned",
                "9: group !! GROUP[Boom(x)] 1",
                "10: then CANCELLED(m) 1");
    }

    @Test
    void the_owner_goes_on_after_a_failure_as_if_it_had_never_been_cancelled() {
        expect(
                goingOn(TaskGroup.run(group -> {
                    group.fork(failing(1, new Boom("x")));
                    return forEver("body");
                })),
                "body sees CANCELLED",
                "group !! GROUP[Boom(x)] 0",
                "goes on 0");
    }

    @Test
    void a_request_that_was_refused_before_does_not_come_again() {
        expect(
                refusedBefore(),
                "before sees CANCELLED(stale)",
                "body sees CANCELLED",
                "group !! GROUP[Boom(x)] 1",
                "goes on 1");
    }

    @Suspendable
    private Coroutine<Void> refusedBefore() {
        Task<?> owner = Task.current();
        loop.callSoon(() -> owner.cancel("stale"));
        await(forEver("before", 0, null, "refused"));
        await(goingOn(TaskGroup.run(group -> {
            group.fork(failing(1, new Boom("x")));
            return forEver("body");
        })));
        return null;
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // refuses
    private Coroutine<Void> refusingBody(TaskGroup group) {
        group.fork(failing(1, new Boom("x")));
        try {
            await(promise());
        } catch (Cancellation cancelled) {
            log("body sees", cancelled);
        }
        await(turns(2));
        log("body goes on");
        return null;
    }

    @Test
    void a_body_may_refuse_and_tasks_may_too_but_not_for_the_group() {
        expectByTurns(
                goingOn(TaskGroup.run(this::refusingBody)),
                "4: body sees CANCELLED",
                "6: body goes on",
                "6: group !! GROUP[Boom(x)] 0",
                "7: goes on 0");
    }

    @Test
    void a_task_that_refuses_is_waited_for() {
        expectByTurns(
                goingOn(TaskGroup.run(group -> {
                    group.fork(failing(1, new Boom("x")));
                    group.fork(forEver("child", 2, null, "refused"));
                    return forEver("body");
                })),
                "4: child sees CANCELLED",
                "4: body sees CANCELLED",
                "6: child cleaned",
                "8: group !! GROUP[Boom(x)] 0",
                "9: goes on 0");
    }

    @Test
    void a_timeout_around_it_cancels_it_and_one_inside_is_a_failure() {
        expect(
                timeouts(),
                "body sees CANCELLED",
                "child sees CANCELLED",
                "child cleaned",
                "around !! TIMEOUT",
                "body sees CANCELLED",
                "child sees CANCELLED",
                "answered !! GROUP[Boom(x)]",
                "child sees CANCELLED",
                "body sees CANCELLED",
                "inside !! GROUP[TIMEOUT]",
                "0");
    }

    @Suspendable
    private Coroutine<Void> timeouts() {
        Duration time = Duration.ofMillis(20);
        await(attempt(
                "around",
                Timeout.after(
                        time,
                        timeout -> TaskGroup.run(group -> {
                            group.fork(forEver("child", 1));
                            return forEver("body");
                        }))));
        await(attempt(
                "answered",
                Timeout.after(
                        time,
                        timeout -> TaskGroup.run(group -> {
                            group.fork(forEver("child", 0, new Boom("x"), null));
                            return forEver("body");
                        }))));
        await(turns(1));
        await(attempt("inside", TaskGroup.run(group -> {
            group.fork(Tasks.within(time, forEver("child")));
            return forEver("body");
        })));
        await(turns(1));
        log(Task.current().cancelling());
        return null;
    }

    @Test
    void two_nested_groups_that_fail_at_once_both_tell() {
        expectByTurns(
                goingOn(TaskGroup.run(outer -> {
                    outer.fork(failing(1, new Boom("outer")));
                    return TaskGroup.run(inner -> {
                        inner.fork(failing(1, new Boom("inner")));
                        return forEver("body");
                    });
                })),
                "4: body sees CANCELLED",
                "4: group !! GROUP[Boom(outer), GROUP[Boom(inner)]] 0",
                "5: goes on 0");
    }

    @Suspendable
    private Coroutine<Void> cancellingItself(TaskGroup group) {
        group.fork(forEver("child"));
        await(turns(1));
        throw new Cancellation("itself");
    }

    @Test
    void a_body_that_cancels_itself_cancels_the_group() {
        expectByTurns(
                attempt("group", TaskGroup.run(this::cancellingItself)),
                "2: child sees CANCELLED",
                "4: group !! CANCELLED(itself)");
    }

    @Test
    void eager_tasks_that_end_at_once_count_as_well() {
        expectByTurns(
                goingOn(TaskGroup.run(this::eagerly)),
                "0: true 3",
                "0: here",
                "0: refused !! IllegalStateException",
                "1: group !! GROUP[Boom(eager)] 0",
                "2: goes on 0");
    }

    @Suspendable
    private Coroutine<Void> eagerly(TaskGroup group) {
        Task<Integer> done = group.forkEagerly(after(0, 3));
        log(done.isDone(), done.result());
        group.forkEagerly(failing(0, new Boom("eager")));
        log("here");
        attempt("refused", () -> group.fork(turns(0)));
        await(turns(1));
        log("not reached");
        return null;
    }

    @Test
    void the_owner_is_not_cancelled_after_all_if_the_body_ends_before_it_could_be() {
        expectByTurns(
                goingOn(TaskGroup.run(group -> {
                    group.forkEagerly(failing(0, new Boom("eager")));
                    return null;
                })),
                "0: group !! GROUP[Boom(eager)] 0",
                "1: goes on 0");
    }

    @Test
    void a_coroutine_that_is_refused_is_closed() {
        Coroutine<Void> coroutine = turns(1);
        assertThrows(IllegalStateException.class, () -> new TaskGroup().fork(coroutine));
        assertEquals(State.CLOSED, coroutine.state());
    }

    @Test
    void belongs_to_the_task_that_enters_it() {
        expect(misused(), "outside !! IllegalStateException", "open !! IllegalStateException");
    }

    @Suspendable
    private Coroutine<Void> misused() {
        loop.callSoon(() -> {
            attempt("outside", () -> TaskGroup.run(group -> null).send(null));
            attempt("open", TaskGroup::open);
        });
        await(turns(2));
        return null;
    }

    @Test
    void the_jvm_in_trouble_is_thrown_as_it_is() {
        loop.setExceptionHandler(reported::add); // the task of the body is never awaited
        InternalError trouble = new InternalError();
        AtomicReference<Task<Void>> child = new AtomicReference<>();
        AtomicReference<Task<Void>> owner = new AtomicReference<>();
        Coroutine<Void> main = TaskGroup.run(group -> {
            owner.set(typed(Task.current()));
            group.fork(failing(1, trouble));
            child.set(group.fork(forEver("child")));
            return forEver("body");
        });
        assertSame(trouble, assertThrows(InternalError.class, () -> loop.runUntilComplete(main)));
        assertSame(trouble, assertThrows(InternalError.class, () -> loop.runUntilComplete(owner.get())));
        loop.shutDown();
        assertTrue(child.get().isCancelled());
        assertEquals("[child sees CANCELLED, body sees CANCELLED]", trace.toString());
    }

    @SuppressWarnings("unchecked") // the only task there is
    private static Task<Void> typed(Task<?> task) {
        return (Task<Void>) task;
    }

    @Test
    void a_stack_that_overflowed_is_a_failure_like_others() {
        expect(
                attempt("group", TaskGroup.run(group -> {
                    group.fork(failing(1, new StackOverflowError()));
                    return null;
                })),
                "group !! GROUP[StackOverflowError]");
    }
}
