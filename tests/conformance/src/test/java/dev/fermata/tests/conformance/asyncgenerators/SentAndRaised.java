package dev.fermata.tests.conformance.asyncgenerators;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.GeneratorExit;
import dev.fermata.StopAsyncIteration;
import dev.fermata.StopIteration;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values sent and errors raised into asynchronous generators, and errors that come out. */
public final class SentAndRaised extends LoopScenarios {
    @Suspendable
    private AsyncGenerator<Integer> totals() {
        int total = 0;
        while (true) {
            Integer amount = AsyncGenerator.yield(total);
            await(turn());
            log("received", amount);
            if (amount != null) {
                total += amount;
            }
        }
    }

    @Scenario("PEP525-04")
    public void a_value_is_sent_to_the_pending_yield() {
        EventLoop.run(sending());
    }

    @Suspendable
    private Coroutine<Void> sending() {
        AsyncGenerator<Integer> g = totals();
        await(attemptAwaiting("asend x", g.send("x")));
        await(attemptAwaiting("anext", g.next()));
        for (Integer v : Arrays.asList(5, null, 7)) {
            await(attemptAwaiting("asend " + (v == null ? "none" : v), g.send(v)));
        }
        await(g.closeAsync());
        return null;
    }

    @Suspendable
    private AsyncGenerator<Integer> catching() {
        int n = 0;
        try {
            while (true) {
                try {
                    n++;
                    AsyncGenerator.yield(n);
                } catch (Boom e) {
                    log("caught", e);
                    await(turn());
                }
            }
        } finally {
            await(turn());
            log("finally");
        }
    }

    @Scenario("PEP525-05")
    public void an_error_is_raised_at_the_pending_yield() {
        EventLoop.run(raising());
    }

    @Suspendable
    private Coroutine<Void> raising() {
        AsyncGenerator<Integer> g = catching();
        await(attemptAwaiting("anext", g.next()));
        await(attemptAwaiting("athrow", g.raise(new Boom("a"))));
        await(attemptAwaiting("anext", g.next()));
        await(attemptAwaiting("athrow", g.raise(new Oops("b"))));
        await(attemptAwaiting("anext", g.next()));
        return null;
    }

    @Suspendable
    private static AsyncGenerator<Integer> empty() {
        return null;
    }

    @Suspendable
    private static AsyncGenerator<Integer> a() {
        AsyncGenerator.yield(1);
        throw new StopAsyncIteration();
    }

    @Suspendable
    private static AsyncGenerator<Integer> b() {
        AsyncGenerator.yield(1);
        throw new StopIteration(2);
    }

    @Suspendable
    private static AsyncGenerator<Integer> c() {
        AsyncGenerator.yield(1);
        await(empty().next());
        return null;
    }

    @Scenario("PEP525-10")
    public void a_stop_that_escapes_is_no_end() {
        EventLoop.run(leaking());
    }

    @Suspendable
    private Coroutine<Void> leaking() {
        Map<String, AsyncGenerator<Integer>> made = new LinkedHashMap<>();
        made.put("a", a());
        made.put("b", b());
        made.put("c", c());
        for (Map.Entry<String, AsyncGenerator<Integer>> maker : made.entrySet()) {
            AsyncGenerator<Integer> g = maker.getValue();
            await(attemptAwaiting("anext", g.next()));
            try {
                await(g.next());
            } catch (IllegalStateException e) {
                log(maker.getKey(), "!!", e, "cause", e.getCause());
            }
            await(attemptAwaiting("anext", g.next()));
        }
        return null;
    }

    @Suspendable
    private static AsyncGenerator<Object> plain() {
        AsyncGenerator.yield(1);
        AsyncGenerator.yield(2);
        return null;
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // what happens then is the point
    private AsyncGenerator<Object> polite() {
        try {
            AsyncGenerator.yield(1);
        } catch (GeneratorExit e) {
            log("caught", e);
            await(turn());
            AsyncGenerator.yield("still here");
        }
        return null;
    }

    @Scenario("PEP525-22")
    public void the_exit_raised_by_hand_is_an_error_like_any_other() {
        EventLoop.run(raisingTheExit());
    }

    @Suspendable
    private Coroutine<Void> raisingTheExit() {
        for (AsyncGenerator<Object> g : List.of(plain(), polite())) {
            await(attemptAwaiting("anext", g.next()));
            await(attemptAwaiting("athrow", g.raise(new GeneratorExit())));
            await(attemptAwaiting("anext", g.next()));
        }
        return null;
    }

    @Suspendable
    private static AsyncGenerator<Integer> one() {
        AsyncGenerator.yield(1);
        return null;
    }

    @Scenario("PEP525-24")
    public void what_is_raised_after_the_end_is_dropped() {
        EventLoop.run(raisingTooLate());
    }

    @Suspendable
    private Coroutine<Void> raisingTooLate() {
        AsyncGenerator<Integer> g = one();
        for (int v : g) {
            log("value", v);
        }
        await(attemptAwaiting("athrow", g.raise(new Boom("late"))));
        await(attemptAwaiting("anext", g.next()));
        g = one();
        await(attemptAwaiting("aclose", g.closeAsync()));
        await(attemptAwaiting("athrow", g.raise(new Boom("late"))));
        await(attemptAwaiting("anext", g.next()));
        g = one();
        await(attemptAwaiting("anext", g.next()));
        await(attemptAwaiting("athrow", g.raise(new Oops("o"))));
        await(attemptAwaiting("athrow", g.raise(new Boom("late"))));
        return null;
    }
}
