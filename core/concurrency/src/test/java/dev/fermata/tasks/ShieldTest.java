package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShieldTest extends TracedLoop {
    @Test
    void passes_on_values_and_failures_a_turn_later() {
        expectByTurns(passingOn(), "4: value -> 5", "9: failure !! Boom(e)");
    }

    @Suspendable
    private Coroutine<Void> passingOn() {
        Task<Integer> inner = loop.spawn(after(1, 5));
        await(attempt("value", Tasks.shield(inner)));
        await(attempt("failure", Tasks.shield(failing(2, new Boom("e")))));
        return null;
    }

    @Test
    void is_cancelled_with_what_it_shields() {
        expectByTurns(cancelledInside(), "2: inner sees CANCELLED(m)", "4: shield !! CANCELLED(m)", "4: true");
    }

    @Suspendable
    private Coroutine<Void> cancelledInside() {
        Task<Void> inner = loop.spawn(forEver("inner"));
        Deferred<Void> shield = Tasks.shield(inner);
        await(turns(1));
        inner.cancel("m");
        await(attempt("shield", shield));
        log(shield.isCancelled());
        return null;
    }

    @Test
    void of_something_done_is_that_itself() {
        Promise<Integer> done = promise();
        done.complete(1);
        assertSame(done, Tasks.shield(done));
        Promise<Integer> pending = promise();
        assertEquals(false, Tasks.shield(pending) == pending);
    }

    @Test
    void keeps_a_time_limit_from_what_it_shields() {
        expect(limited(), "limited !! TIMEOUT", "false", "inner sees CANCELLED");
    }

    @Suspendable
    private Coroutine<Void> limited() {
        Task<Void> inner = loop.spawn(forEver("inner"));
        await(attempt("limited", Tasks.within(Duration.ofMillis(20), Tasks.shield(inner))));
        log(inner.isDone());
        inner.cancel();
        await(Tasks.settle(inner));
        return null;
    }

    @Test
    void a_failure_that_comes_after_the_shield_was_cancelled_is_reported() {
        Boom late = new Boom("late");
        run(failingLate(late));
        assertEquals(1, reported.size());
        assertSame(late, reported.get(0).error());
    }

    @Suspendable
    private Coroutine<Void> failingLate(Boom late) {
        Deferred<Void> shield = Tasks.shield(failing(2, late));
        await(turns(1));
        shield.cancel();
        await(turns(4));
        return null;
    }

    @Test
    void a_failure_in_the_turn_in_which_the_shield_is_cancelled_is_reported() {
        Boom late = new Boom("late");
        run(failingMeanwhile(late));
        assertEquals(1, reported.size());
        assertSame(late, reported.get(0).error());
    }

    @Suspendable
    private Coroutine<Void> failingMeanwhile(Boom late) {
        Promise<Void> inner = promise();
        Deferred<Void> shield = Tasks.shield(inner);
        inner.fail(late);
        shield.cancel();
        await(turns(3));
        return null;
    }
}
