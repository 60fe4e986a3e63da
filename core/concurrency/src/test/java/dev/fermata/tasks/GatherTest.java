package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatherTest extends TracedLoop {
    @Test
    void of_nothing_is_an_empty_list_at_once() {
        expectByTurns(ofNothing(), "0: gathered -> []", "0: settled -> []");
    }

    @Suspendable
    private Coroutine<Void> ofNothing() {
        await(attempt("gathered", Tasks.gather()));
        await(attempt("settled", Tasks.settle(List.<Coroutine<String>>of())));
        return null;
    }

    @Test
    void what_occurs_twice_runs_once_and_stands_in_the_list_twice() {
        expectByTurns(twice(), "1: runs", "4: gathered -> [7, 1, 7, 1]");
    }

    @Suspendable
    private Coroutine<Integer> running() {
        log("runs");
        await(turns(0));
        return Coroutine.of(1);
    }

    @Suspendable
    private Coroutine<Void> twice() {
        Task<Integer> task = loop.spawn(after(1, 7));
        Coroutine<Integer> coroutine = running();
        await(attempt("gathered", Tasks.gather(task, coroutine, task, coroutine)));
        return null;
    }

    @Test
    void takes_whatever_can_be_awaited_and_null_values() {
        Promise<String> promise = promise();
        loop.callSoon(() -> promise.complete(null));
        Coroutine<String> coroutine = Coroutine.of("coroutine");
        Awaitable<String> own = () -> Coroutine.of("own").awaiter();
        expect(attempt("all", Tasks.gather(promise, coroutine, own)), "all -> [none, coroutine, own]");
    }

    @Test
    void the_cancellation_of_a_child_is_its_failure_and_leaves_the_others_alone() {
        expectByTurns(
                cancelledChild(),
                "1: child sees CANCELLED(why)",
                "3: gathered !! CANCELLED(why)",
                "3: false false",
                "7: other -> u");
    }

    @Suspendable
    private Coroutine<Void> cancelledChild() {
        Task<String> child = loop.spawnEagerly(forEver("child"));
        Task<String> other = loop.spawn(after(5, "u"));
        Deferred<List<String>> all = Tasks.gather(child, other);
        child.cancel("why");
        await(attempt("gathered", all));
        log(all.isCancelled(), other.isDone());
        await(attempt("other", other));
        return null;
    }

    @Test
    void cancelling_it_cancels_the_children_and_ends_with_the_first() {
        expectByTurns(
                cancelledDirectly(),
                "2: true false",
                "3: a sees CANCELLED(m)",
                "3: b sees CANCELLED(m)",
                "5: gathered !! CANCELLED(m)",
                "5: false false",
                "5: b cleaned");
    }

    @Suspendable
    private Coroutine<Void> cancelledDirectly() {
        Task<Void> a = loop.spawn(forEver("a"));
        Task<Void> b = loop.spawn(forEver("b", 2));
        Deferred<List<Void>> all = Tasks.gather(a, b);
        await(turns(2));
        log(all.cancel("m"), all.isDone());
        await(attempt("gathered", all));
        log(b.isDone(), all.cancel());
        await(turns(5));
        return null;
    }

    @Test
    void when_cancelled_it_settles_with_a_cancellation_after_all_children_whatever_they_made_of_it() {
        expectByTurns(
                cancelledWhileSettling(),
                "2: true false",
                "3: a sees CANCELLED(m)",
                "3: b sees CANCELLED(m)",
                "5: b cleaned",
                "7: settled !! CANCELLED(m)",
                "7: true false false");
    }

    @Suspendable
    private Coroutine<Void> cancelledWhileSettling() {
        Task<String> a = loop.spawn(forEver("a", 0, new Boom("a"), null));
        Task<String> b = loop.spawn(forEver("b", 2, null, "refused"));
        Deferred<List<Outcome<String>>> all = Tasks.settle(a, b);
        await(turns(2));
        log(all.cancel("m"), all.isDone());
        await(attempt("settled", all));
        log(b.isDone(), all.cancel(), all.isCancelled());
        return null;
    }

    @Test
    void a_child_that_answers_the_cancellation_by_a_failure_fails_it() {
        expect(answered(), "a sees CANCELLED", "b sees CANCELLED", "gathered !! Boom(a)", "b cleaned");
    }

    @Suspendable
    private Coroutine<Void> answered() {
        Task<String> a = loop.spawn(forEver("a", 0, new Boom("a"), null));
        Task<String> b = loop.spawn(forEver("b", 2));
        Deferred<List<String>> all = Tasks.gather(a, b);
        await(turns(2));
        all.cancel();
        await(attempt("gathered", all));
        await(Tasks.settle(a, b));
        return null;
    }

    @Test
    void a_task_that_waits_for_it_is_cancelled_even_if_all_children_are_done() {
        expectByTurns(cancelledTooLate(), "2: true", "5: waiting !! CANCELLED");
    }

    @Suspendable
    private static <T> Coroutine<T> waiting(Awaitable<T> awaitable) {
        return Coroutine.of(await(awaitable));
    }

    @Suspendable
    private Coroutine<Void> cancelledTooLate() {
        Task<Integer> child = loop.spawn(after(1, 1));
        Task<List<Integer>> waiting = loop.spawn(waiting(Tasks.gather(child)));
        await(turns(2));
        log(child.isDone());
        waiting.cancel();
        await(attempt("waiting", waiting));
        return null;
    }

    @Test
    void once_it_has_failed_it_cancels_nothing_and_later_failures_count_as_seen() {
        expectByTurns(failed(), "4: gathered !! Boom(first)", "4: false", "8: other -> 1");
    }

    @Suspendable
    private Coroutine<Void> failed() {
        Task<Integer> first = loop.spawn(failing(1, new Boom("first")));
        loop.spawn(failing(3, new Boom("unrelated"))).onDone(Outcome::of);
        Task<Integer> second = loop.spawn(failing(3, new Boom("second")));
        Task<Integer> other = loop.spawn(after(6, 1));
        Deferred<List<Integer>> all = Tasks.gather(first, second, other);
        await(attempt("gathered", all));
        log(all.cancel());
        await(attempt("other", other));
        assertTrue(second.isDone());
        return null;
    }

    @Test
    void nobody_is_told_of_a_cancellation_that_nobody_awaited() {
        expect(dropped(), "child sees CANCELLED");
    }

    @Suspendable
    private Coroutine<Void> dropped() {
        Task<Void> child = loop.spawnEagerly(forEver("child"));
        Tasks.gather(child);
        child.cancel();
        await(turns(3));
        return null;
    }

    @Test
    void outcomes_tell_values_failures_and_cancellations() {
        expect(outcomes(), "settled -> [1, Boom(b), CANCELLED, IllegalAccessException]");
    }

    @Suspendable
    private Coroutine<Void> outcomes() {
        Promise<Integer> cancelled = promise();
        cancelled.cancel();
        List<Outcome<Integer>> outcomes = await(attempt(
                "settled",
                Tasks.settle(
                        after(2, 1), failing(0, new Boom("b")), cancelled, failing(1, new IllegalAccessException()))));
        assertEquals(1, outcomes.get(0).get());
        assertFalse(outcomes.get(1).isCancelled());
        assertTrue(outcomes.get(2).isCancelled());
        assertThrows(IllegalAccessException.class, () -> outcomes.get(3).get());
        return null;
    }

    /** Asyncio recurses until its stack overflows. */
    @Test
    void a_ring_through_it_is_opened_by_a_request_to_cancel() {
        expectByTurns(ringed(), "2: sleeping !! CANCELLED(enough)", "3: joining !! CANCELLED(enough)", "4: outer true");
    }

    @Suspendable
    private Coroutine<Void> ringed() {
        List<Task<Void>> outer = new ArrayList<>();
        outer.add(loop.spawn(gathersWhoJoins(outer)));
        await(turns(1));
        outer.get(0).cancel("enough");
        await(Tasks.settle(outer.get(0)));
        log("outer " + outer.get(0).isCancelled());
        return null;
    }

    @Suspendable
    private Coroutine<Void> gathersWhoJoins(List<Task<Void>> self) {
        Task<Void> joining = loop.spawnEagerly(attempt("joining", self.get(0)));
        Task<Void> sleeping = loop.spawnEagerly(attempt("sleeping", this.<Void>promise()));
        await(Tasks.gather(joining, sleeping));
        return null;
    }

    @Test
    void starts_nothing_if_an_argument_is_wrong() {
        try (EventLoop other = new EventLoop()) {
            Promise<Integer> foreign = new Promise<>(other);
            Coroutine<Integer> coroutine = Coroutine.of(1);
            Promise<Integer> ours = promise();
            assertThrows(IllegalArgumentException.class, () -> Tasks.gather(ours, coroutine, foreign));
            assertThrows(NullPointerException.class, () -> Tasks.gather(Arrays.asList(ours, coroutine, null)));
            assertEquals(List.of(), loop.tasks());
            assertEquals(List.of(), other.tasks());
            assertThrows(IllegalStateException.class, () -> Tasks.gather(Coroutine.of(1)));
        }
    }
}
