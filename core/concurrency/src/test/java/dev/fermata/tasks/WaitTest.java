package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitTest extends TracedLoop {
    private static List<String> names(List<? extends Task<?>> tasks) {
        return tasks.stream().map(Task::name).toList();
    }

    private void log(Waited<? extends Deferred<?>> waited) {
        log("done", waited.done().size(), "pending", waited.pending().size());
    }

    @Test
    void for_the_first_gives_all_that_are_done_in_the_order_in_which_they_were_given() {
        expectByTurns(first(), "4: [b, a] [c]");
    }

    @Suspendable
    private Coroutine<Void> first() {
        Task<Integer> a = loop.spawn("a", after(1, 1));
        Task<Integer> b = loop.spawn("b", after(1, 2));
        Task<Integer> c = loop.spawn("c", after(9, 3));
        Waited<Task<Integer>> waited = await(Tasks.wait(List.of(b, c, a), Until.FIRST_DONE));
        log(names(waited.done()), names(waited.pending()));
        await(c);
        return null;
    }

    @Test
    void sees_what_is_done_already_only_after_a_turn() {
        expectByTurns(doneAlready(), "2: done 1 pending 1");
    }

    @Suspendable
    private Coroutine<Void> doneAlready() {
        Promise<Integer> done = promise();
        done.complete(1);
        log(await(Tasks.wait(List.of(done, this.<Integer>promise()), Until.FIRST_DONE)));
        return null;
    }

    @Test
    void a_failure_ends_it_only_if_it_is_asked_to() {
        expectByTurns(failures(), "3: done 1 pending 2", "7: done 3 pending 0");
    }

    @Suspendable
    private Coroutine<Void> failures() {
        Task<Integer> value = loop.spawn(after(4, 1));
        Task<Integer> failing = loop.spawn(failing(0, new Boom("x")));
        Task<Integer> cancelled = loop.spawn(after(9, 1));
        List<Task<Integer>> all = List.of(value, failing, cancelled);
        log(await(Tasks.wait(all, Until.FIRST_FAILURE)));
        cancelled.cancel();
        log(await(Tasks.wait(all, Until.ALL_DONE)));
        return null;
    }

    @Test
    void without_failures_waiting_for_the_first_is_waiting_for_all() {
        expectByTurns(noFailures(), "5: done 2 pending 0");
    }

    @Suspendable
    private Coroutine<Void> noFailures() {
        Promise<Integer> cancelled = promise();
        cancelled.cancel();
        Task<Integer> value = loop.spawn(after(2, 1));
        log(await(Tasks.wait(List.of(cancelled, value), Until.FIRST_FAILURE)));
        return null;
    }

    @Test
    void ends_without_an_error_when_time_is_up() {
        expect(limits(), "done 0 pending 1", "done 1 pending 0", "done 1 pending 1", "20", "forever sees CANCELLED");
    }

    @Suspendable
    private Coroutine<Void> limits() {
        log(await(Tasks.wait(List.of(promise()), Until.ALL_DONE, Duration.ZERO)));
        log(await(Tasks.wait(List.of(loop.spawn(after(0, 1))), Until.ALL_DONE, Duration.ZERO)));
        long before = loop.time();
        Task<Integer> done = loop.spawn(after(1, 1));
        Task<Integer> forever = loop.spawn(forEver("forever"));
        log(await(Tasks.wait(List.of(done, forever, done), Until.ALL_DONE, Duration.ofMillis(20))));
        log(Duration.ofNanos(loop.time() - before).toMillis());
        forever.cancel();
        await(Tasks.settle(forever));
        return null;
    }

    @Test
    void leaves_no_timer_behind() {
        expect(inTime(), "done 1 pending 0", "0");
    }

    @Suspendable
    private Coroutine<Void> inTime() {
        long before = loop.time();
        log(await(Tasks.wait(List.of(loop.spawn(after(1, 1))), Until.ALL_DONE, Duration.ofHours(1))));
        await(turns(2));
        log(loop.time() - before);
        return null;
    }

    @Test
    void cancelling_it_cancels_nothing_else() {
        expectByTurns(cancelled(), "4: waiting !! CANCELLED(m)", "4: false", "5: forever sees CANCELLED");
    }

    @Suspendable
    private Coroutine<Void> cancelled() {
        Task<Void> forever = loop.spawn(forEver("forever"));
        Task<?> waiting = loop.spawn(Tasks.wait(List.of(forever), Until.ALL_DONE));
        await(turns(2));
        waiting.cancel("m");
        await(attempt("waiting", waiting));
        log(forever.isDone());
        forever.cancel();
        await(turns(1));
        return null;
    }

    @Test
    void refuses_nothing_and_what_belongs_to_another_loop() {
        expect(refused(), "nothing !! IllegalArgumentException", "foreign !! IllegalArgumentException");
    }

    @Suspendable
    private Coroutine<Void> refused() {
        await(attempt("nothing", Tasks.wait(List.<Task<Void>>of(), Until.ALL_DONE)));
        try (EventLoop other = new EventLoop()) {
            await(attempt("foreign", Tasks.wait(List.of(new Promise<Void>(other)), Until.ALL_DONE)));
        }
        return null;
    }
}
