package dev.fermata.tests.conformance.asyncgenerators;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Loops over asynchronous generators, and steps of them by hand. */
public final class AsyncIteration extends LoopScenarios {
    @Suspendable
    private static Coroutine<Void> pause(String text) {
        suspend(text);
        return null;
    }

    @Suspendable
    private AsyncGenerator<Integer> pausing() {
        log("start");
        await(pause("p1"));
        AsyncGenerator.yield(1);
        await(pause("p2"));
        AsyncGenerator.yield(2);
        log("end");
        return null;
    }

    @Scenario("PEP525-01")
    public void awaits_go_to_the_driver_and_yields_to_the_loop() {
        Coroutine<String> c = loopingOverPauses();
        while (true) {
            try {
                log("request", c.send(null));
            } catch (StopIteration e) {
                log(e);
                break;
            }
        }
    }

    @Suspendable
    private Coroutine<String> loopingOverPauses() {
        for (int v : pausing()) {
            log("got", v);
        }
        log("loop over");
        return Coroutine.of("done");
    }

    @Scenario("PEP525-02")
    public void a_step_runs_when_it_is_driven_and_ends_with_the_value() {
        AsyncGenerator<Integer> g = pausing();
        for (int n = 0; n < 4; n++) {
            Coroutine<Integer> step = g.next();
            log("created", n);
            while (true) {
                try {
                    log("request", step.send(null));
                } catch (RuntimeException e) {
                    log("outcome", e);
                    break;
                }
            }
        }
    }

    @Suspendable
    private static AsyncGenerator<Integer> upTo(int limit) {
        for (int n = 0; ; n++) {
            if (n == limit) {
                return null;
            }
            AsyncGenerator.yield(n);
        }
    }

    @Scenario("PEP525-03")
    public void a_return_ends_the_iteration() {
        EventLoop.run(collecting());
    }

    @Suspendable
    private Coroutine<Void> collecting() {
        for (int limit : List.of(3, 0)) {
            List<Integer> values = new ArrayList<>();
            for (int v : upTo(limit)) {
                values.add(v);
            }
            log(values);
        }
        AsyncGenerator<Integer> g = upTo(1);
        for (int i = 0; i < 3; i++) {
            await(attemptAwaiting("anext", g.next()));
        }
        return null;
    }

    @Suspendable
    private AsyncGenerator<Integer> releasing() {
        try {
            for (int i = 0; i < 6; i++) {
                AsyncGenerator.yield(i);
            }
        } finally {
            await(turn());
            log("released");
        }
        return null;
    }

    @Scenario("PEP525-11")
    public void a_break_leaves_the_generator_where_it_stands() {
        EventLoop.run(breaking());
    }

    @Suspendable
    private Coroutine<Void> breaking() {
        AsyncGenerator<Integer> g = releasing();
        for (int v : g) {
            log("first", v);
            if (v == 2) {
                break;
            }
        }
        log("paused");
        for (int v : g) {
            log("second", v);
            if (v == 4) {
                break;
            }
        }
        await(g.closeAsync());
        log("closed");
        for (int v : g) {
            log("never", v);
        }
        try (AsyncGenerator<Integer> h = releasing()) {
            for (int v : h) {
                log("third", v);
                if (v == 1) {
                    break;
                }
            }
        }
        log("after block");
        return null;
    }

    @Suspendable
    private AsyncGenerator<Integer> source(int n) {
        try {
            for (int i = 1; i <= n; i++) {
                await(turn());
                AsyncGenerator.yield(i);
            }
        } finally {
            log("source released");
        }
        return null;
    }

    @Suspendable
    private AsyncGenerator<Integer> squares(AsyncGenerator<Integer> source) {
        try {
            for (int v : source) {
                AsyncGenerator.yield(v * v);
            }
        } finally {
            log("squares released");
        }
        return null;
    }

    @Suspendable
    private static AsyncGenerator<Integer> evens(AsyncGenerator<Integer> source) {
        for (int v : source) {
            if (v % 2 == 0) {
                AsyncGenerator.yield(v);
            }
        }
        return null;
    }

    @Scenario("PEP525-17")
    public void the_stages_of_a_pipeline_are_closed_one_by_one() {
        EventLoop.run(pipelines());
    }

    @Suspendable
    private Coroutine<Void> pipelines() {
        List<Integer> values = new ArrayList<>();
        for (int v : evens(squares(source(6)))) {
            values.add(v);
        }
        log(values);
        AsyncGenerator<Integer> a = source(6);
        AsyncGenerator<Integer> b = squares(a);
        AsyncGenerator<Integer> c = evens(b);
        await(attemptAwaiting("anext", c.next()));
        await(attemptAwaiting("anext", c.next()));
        await(c.closeAsync());
        log("closed", "evens");
        await(b.closeAsync());
        log("closed", "squares");
        await(a.closeAsync());
        log("closed", "source");
        return null;
    }

    @Suspendable
    private static AsyncGenerator<String> one() {
        AsyncGenerator.yield("a");
        await(turn());
        return null;
    }

    @Suspendable
    private static AsyncGenerator<String> failing() {
        throw new Boom("x");
    }

    @Scenario("PEP525-23")
    public void a_default_takes_the_place_of_the_end_alone() {
        EventLoop.run(defaults());
    }

    @Suspendable
    private Coroutine<Void> defaults() {
        AsyncGenerator<String> g = one();
        for (int i = 0; i < 3; i++) {
            await(attemptAwaiting("anext", g.next("none left")));
        }
        g = failing();
        await(attemptAwaiting("anext", g.next("none left")));
        await(attemptAwaiting("anext", g.next("none left")));
        return null;
    }
}
