package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class AsCompletedTest extends TracedLoop {
    @Test
    void gives_outcomes_in_the_order_in_which_they_come() {
        expectByTurns(ordered(), "4: next -> a", "5: next !! Boom(b)", "5: next -> c");
    }

    @Suspendable
    private Coroutine<Void> ordered() {
        for (Coroutine<String> next : Tasks.asCompleted(
                List.of(after(3, "c"), after(1, "a"), TracedLoop.<String>failing(2, new Boom("b"))))) {
            await(attempt("next", next));
        }
        return null;
    }

    @Test
    void counts_what_occurs_twice_once() {
        expect(twice(), "next -> 1");
    }

    @Suspendable
    private Coroutine<Void> twice() {
        Task<Integer> task = loop.spawn(after(1, 1));
        for (Coroutine<Integer> next : Tasks.asCompleted(List.of(task, task))) {
            await(attempt("next", next));
        }
        return null;
    }

    @Test
    void of_nothing_ends_at_once_and_never_gives_too_many() {
        Iterator<Coroutine<Integer>> none =
                Tasks.<Integer>asCompleted(List.of(new Promise<Integer>(loop))).iterator();
        none.next().close();
        assertFalse(none.hasNext());
        assertThrows(NoSuchElementException.class, none::next);
    }

    @Test
    void its_coroutines_may_be_awaited_in_any_order() {
        expect(anyOrder(), "second -> fast", "first -> slow");
    }

    @Suspendable
    private Coroutine<Void> anyOrder() {
        Iterator<Coroutine<String>> all =
                Tasks.asCompleted(List.of(after(5, "slow"), after(1, "fast"))).iterator();
        Coroutine<String> first = all.next();
        Coroutine<String> second = all.next();
        await(attempt("second", second));
        await(attempt("first", first));
        return null;
    }

    @Test
    void time_is_up_for_those_that_are_left_and_stays_so() {
        expect(
                limited(),
                "next -> 1",
                "next !! TIMEOUT",
                "next !! TIMEOUT",
                "20",
                "b sees CANCELLED",
                "c sees CANCELLED");
    }

    @Suspendable
    private Coroutine<Void> limited() {
        long before = loop.time();
        Task<Integer> b = loop.spawn(forEver("b"));
        Task<Integer> c = loop.spawn(forEver("c"));
        for (Coroutine<Integer> next : Tasks.asCompleted(List.of(after(1, 1), b, c), Duration.ofMillis(20))) {
            await(attempt("next", next));
        }
        log(Duration.ofNanos(loop.time() - before).toMillis());
        b.cancel();
        c.cancel();
        await(Tasks.settle(b, c));
        return null;
    }

    @Test
    void leaves_no_timer_behind() {
        expect(inTime(), "next -> 1", "0");
    }

    @Suspendable
    private Coroutine<Void> inTime() {
        long before = loop.time();
        for (Coroutine<Integer> next : Tasks.asCompleted(List.of(after(1, 1)), Duration.ofHours(1))) {
            await(attempt("next", next));
        }
        await(turns(2));
        log(loop.time() - before);
        return null;
    }
}
