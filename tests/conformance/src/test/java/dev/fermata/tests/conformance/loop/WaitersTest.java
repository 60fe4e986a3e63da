package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.context.ContextVariable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Further programs about who is told of an end, and in which context; the expected lines are what CPython 3.11 printed. */
class WaitersTest extends LoopScenarios {
    @Suspendable
    private Coroutine<Void> waiting(String name, Deferred<Integer> f) {
        log(name, await(f));
        return null;
    }

    @Suspendable
    private Coroutine<Void> mixing() {
        EventLoop loop = EventLoop.current();
        loop.setExceptionHandler(report -> log("handler", report.error()));
        Promise<Integer> f = new Promise<>(loop);
        f.onDone(x -> {
            log("bad");
            throw new Boom("cb");
        });
        f.onDone(x -> log("good", x.result(), Task.current()));
        Task<Void> first = loop.spawn(waiting("w1", f));
        await(turn());
        f.onDone(x -> log("between"));
        Task<Void> second = loop.spawn(waiting("w2", f));
        await(turn());
        f.onDone(x -> log("last"));
        f.complete(9);
        f.onDone(x -> log("late"));
        log("set");
        await(turn());
        log("turn");
        f.onDone(x -> log("later"));
        log("added");
        await(first);
        await(second);
        await(turn());
        return null;
    }

    @Test
    void tasks_and_callbacks_are_told_in_the_order_in_which_they_came() {
        EventLoop.run(mixing());
        assertPrinted("""
                set
                bad
                handler Boom(cb)
                good 9 none
                w1 9
                between
                w2 9
                last
                late
                turn
                added
                later
                """);
    }

    private Consumer<Deferred<Integer>> removing;

    @Suspendable
    private Coroutine<Void> removingTooLate() {
        EventLoop loop = EventLoop.current();
        Consumer<Deferred<Integer>> second = x -> log("r2");
        Promise<Integer> g = new Promise<>(loop);
        removing = x -> log("r1", g.removeOnDone(second));
        g.onDone(removing);
        g.onDone(second);
        g.complete(1);
        await(turn());
        Promise<Integer> h = new Promise<>(loop);
        h.onDone(second);
        log(h.removeOnDone(removing), h.removeOnDone(second), h.removeOnDone(second));
        h.cancel();
        await(turn());
        return null;
    }

    @Test
    void a_callback_that_has_been_scheduled_cannot_be_removed() {
        EventLoop.run(removingTooLate());
        assertPrinted("""
                r1 0
                r2
                0 1 0
                """);
    }

    @Suspendable
    private Coroutine<Void> sayingAfter(Task<Void> t, String what) {
        await(t);
        log(what);
        return null;
    }

    @Suspendable
    private Coroutine<Void> joining() {
        EventLoop loop = EventLoop.current();
        Promise<Integer> f = new Promise<>(loop);
        Task<Void> a = loop.spawn(waiting("a", f));
        loop.spawn(sayingAfter(a, "b after a"));
        await(turn());
        a.onDone(x -> log("callback of a"));
        loop.spawn(sayingAfter(a, "c after a"));
        await(turn());
        loop.callSoon(() -> log("before"));
        f.complete(1);
        loop.callSoon(() -> log("after"));
        for (int i = 0; i < 3; i++) {
            log("turn", i);
            await(turn());
        }
        return null;
    }

    @Test
    void an_end_takes_one_turn_to_those_who_wait_for_it() {
        EventLoop.run(joining());
        assertPrinted("""
                turn 0
                before
                a 1
                after
                turn 1
                b after a
                callback of a
                c after a
                turn 2
                """);
    }

    private static final ContextVariable<String> VALUE = ContextVariable.withDefault("value", "default");

    @Suspendable
    private Coroutine<String> child() {
        log("child", VALUE.get());
        VALUE.set("child");
        await(turn());
        return Coroutine.of(VALUE.get());
    }

    @Suspendable
    private static Coroutine<String> inTheSameTask() {
        VALUE.set("same");
        await(turn());
        return Coroutine.of(VALUE.get());
    }

    @Suspendable
    private Coroutine<Void> changing() {
        EventLoop loop = EventLoop.current();
        Promise<Integer> f = new Promise<>(loop);
        VALUE.set("one");
        loop.callSoon(() -> log("soon", VALUE.get()));
        f.onDone(x -> {
            log("done", VALUE.get());
            VALUE.set("changed");
        });
        VALUE.set("two");
        loop.callLater(Duration.ofMillis(10), () -> log("later", VALUE.get()));
        f.onDone(x -> log("done", VALUE.get()));
        VALUE.set("three");
        loop.callSoonThreadsafe(() -> log("safe", VALUE.get()));
        Task<String> t = loop.spawn(child());
        VALUE.set("four");
        f.complete(1);
        log(await(t), VALUE.get());
        await(EventLoop.sleep(Duration.ofMillis(50)));
        List<String> values = new ArrayList<>(List.of(VALUE.get()));
        ContextVariable.Change<String> change = VALUE.set("five");
        values.add(VALUE.get());
        change.close();
        values.add(VALUE.get());
        log(values);
        log(await(inTheSameTask()), VALUE.get());
        return null;
    }

    @Test
    void each_callback_runs_in_the_context_of_the_moment_in_which_it_was_added() {
        ContextVariable.Change<String> change = VALUE.set("outer");
        runInVirtualTime(changing());
        log("outside", VALUE.get());
        change.close();
        assertPrinted("""
                soon one
                safe three
                child three
                done one
                done two
                child four
                later two
                [four, five, four]
                same same
                outside outer
                """);
    }
}
