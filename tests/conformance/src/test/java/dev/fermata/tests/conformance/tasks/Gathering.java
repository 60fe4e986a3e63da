package dev.fermata.tests.conformance.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Outcome;
import dev.fermata.tasks.Tasks;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Waiting for all: {@code gather}. */
public final class Gathering extends SeveralTasks {
    @Scenario("AIO-36")
    public void the_first_error_is_passed_on_and_the_others_go_on() {
        EventLoop.run(firstError());
    }

    @Suspendable
    private Coroutine<Integer> slow() {
        await(turns(4));
        log("slow ends");
        return Coroutine.of(1);
    }

    @Suspendable
    private Coroutine<Void> firstError() {
        EventLoop loop = EventLoop.current();
        Task<Integer> slow = loop.spawn(slow());
        Task<Integer> bad = loop.spawn(after(1, new Boom("bad")));
        Task<Integer> worse = loop.spawn(after(2, new Oops("worse")));
        await(attemptAwaiting("gather", Tasks.gather(slow, bad, worse)));
        log("slow done", slow.isDone(), "bad done", bad.isDone());
        log("slow gave", await(slow));
        log("worse", worse.failure());
        return null;
    }

    @Scenario("AIO-37")
    public void errors_are_collected_as_results() {
        EventLoop.run(collecting());
    }

    @Suspendable
    private Coroutine<Void> collecting() {
        EventLoop loop = EventLoop.current();
        Task<Integer> victim = loop.spawn(forEver());
        Task<Void> helper = loop.spawn(cancelSoon(victim));
        List<Outcome<Integer>> outcomes =
                await(Tasks.settle(after(2, 1), after(0, new Boom("b")), victim, after(3, new Oops("o"))));
        log(values(outcomes));
        await(helper);
        return null;
    }

    @Suspendable
    private static Coroutine<Void> cancelSoon(Task<?> victim) {
        await(turn());
        victim.cancel();
        return null;
    }

    /** In Python the list holds values and errors alike. */
    private static List<Object> values(List<? extends Outcome<?>> outcomes) {
        List<Object> values = new ArrayList<>();
        for (Outcome<?> outcome : outcomes) {
            values.add(outcome.failure() == null ? outcome.get() : outcome.failure());
        }
        return values;
    }

    @Scenario("AIO-38")
    public void cancelling_a_gather_cancels_its_children() {
        EventLoop.run(cancelled());
    }

    @Suspendable
    private Coroutine<String> child(String name, boolean stubborn) {
        try {
            await(forEver());
        } catch (Cancellation e) {
            log(name, e);
            if (stubborn) {
                return Coroutine.of(name);
            }
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> outer(boolean collect, boolean stubborn) {
        Coroutine<String> a = child("a", false);
        Coroutine<String> b = child("b", stubborn);
        Awaitable<?> both = collect ? Tasks.settle(a, b) : Tasks.gather(a, b);
        try {
            log("outer got", await(both));
        } catch (Cancellation e) {
            log("outer sees", e);
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> cancelled() {
        for (int pass = 0; pass < 3; pass++) {
            Task<Void> t = EventLoop.current().spawn(outer(pass > 0, pass > 1));
            await(turns(2));
            t.cancel();
            await(attemptAwaiting("outcome", t));
        }
        return null;
    }
}
