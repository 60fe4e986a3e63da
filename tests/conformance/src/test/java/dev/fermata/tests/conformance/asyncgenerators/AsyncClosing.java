package dev.fermata.tests.conformance.asyncgenerators;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.GeneratorExit;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;
import java.util.List;

/** How asynchronous generators are closed: by hand, by the loop, and not while a step is in progress. */
public final class AsyncClosing extends LoopScenarios {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @Suspendable
    private AsyncGenerator<Integer> cleaning() {
        try {
            AsyncGenerator.yield(1);
            AsyncGenerator.yield(2);
        } catch (Exception e) {
            log("wrong", e);
        } finally {
            log("cleanup 1");
            await(turn());
            await(turn());
            log("cleanup 2");
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> ticker() {
        for (int i = 0; i < 4; i++) {
            log("tick", i);
            await(turn());
        }
        return null;
    }

    @Scenario("PEP525-07")
    public void a_finally_block_may_await_when_the_generator_is_closed() {
        EventLoop.run(closing());
    }

    @Suspendable
    private Coroutine<Void> closing() {
        Task<Void> t = EventLoop.current().spawn(ticker());
        AsyncGenerator<Integer> g = cleaning();
        await(attemptAwaiting("anext", g.next()));
        await(attemptAwaiting("aclose", g.closeAsync()));
        await(t);
        await(attemptAwaiting("anext", g.next()));
        await(attemptAwaiting("aclose", g.closeAsync()));
        g = cleaning();
        for (int v : g) {
            log("value", v);
        }
        await(attemptAwaiting("aclose", g.closeAsync()));
        return null;
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // what happens then is the point
    private AsyncGenerator<Object> inHandler() {
        try {
            AsyncGenerator.yield(1);
        } catch (GeneratorExit e) {
            await(turn());
            AsyncGenerator.yield("refused");
            log("in_handler resumed");
        }
        return null;
    }

    @Suspendable
    private AsyncGenerator<Object> inFinally() {
        try {
            AsyncGenerator.yield(1);
        } finally {
            await(turn());
            AsyncGenerator.yield("from finally");
            log("in_finally resumed");
        }
        return null;
    }

    @Scenario("PEP525-08")
    public void a_yield_in_answer_to_the_exit_is_an_error() {
        EventLoop.run(refusing());
    }

    @Suspendable
    private Coroutine<Void> refusing() {
        for (AsyncGenerator<Object> g : List.of(inHandler(), inFinally())) {
            await(attemptAwaiting("anext", g.next()));
            await(attemptAwaiting("aclose", g.closeAsync()));
            await(attemptAwaiting("anext", g.next()));
            await(attemptAwaiting("aclose", g.closeAsync()));
            await(attemptAwaiting("anext", g.next()));
        }
        return null;
    }

    @Suspendable
    private AsyncGenerator<Integer> waiting(Promise<String> gate) {
        log("gate gave", await(gate));
        AsyncGenerator.yield(1);
        AsyncGenerator.yield(2);
        return null;
    }

    @Scenario("PEP525-12")
    public void a_step_in_progress_keeps_all_others_out() {
        EventLoop.run(competing());
    }

    @Suspendable
    private Coroutine<Void> competing() {
        EventLoop loop = EventLoop.current();
        Promise<String> gate = new Promise<>(loop);
        AsyncGenerator<Integer> g = waiting(gate);
        Task<Integer> a = loop.spawn(attemptAwaiting("task a anext", g.next()));
        await(turn());
        await(attemptAwaiting("anext", g.next()));
        await(attemptAwaiting("asend", g.send(null)));
        await(attemptAwaiting("athrow", g.raise(new Boom("x"))));
        await(attemptAwaiting("aclose", g.closeAsync()));
        gate.complete("open");
        await(a);
        await(attemptAwaiting("anext", g.next()));
        await(attemptAwaiting("anext", g.next()));
        return null;
    }

    @Suspendable
    private AsyncGenerator<Integer> unfinished() {
        try {
            AsyncGenerator.yield(1);
            AsyncGenerator.yield(2);
        } finally {
            log("closing");
            await(turn());
            log("closed");
        }
        return null;
    }

    private final AsyncGenerator<Integer> global = unfinished();

    @Scenario("PEP525-15")
    public void the_loop_closes_what_is_left_at_its_end() {
        log("run gave", EventLoop.run(leaving()));
        attempt("anext by hand", () -> global.next().send(null));
    }

    @Suspendable
    private Coroutine<String> leaving() {
        for (int v : global) {
            log("got", v);
            break;
        }
        log("main ends");
        return Coroutine.of("result");
    }

    private boolean isFinalised;

    @Suspendable
    private AsyncGenerator<Integer> endless() {
        int n = 0;
        try {
            while (true) {
                n++;
                AsyncGenerator.yield(n);
            }
        } finally {
            log("finalising");
            await(turn());
            log("finalised");
            isFinalised = true;
        }
    }

    @Scenario(
            value = "PEP525-21",
            mapped =
                    "the generator is closed some time after the garbage collector has found it, so the three turns are as"
                            + " many as it takes")
    public void the_loop_closes_what_is_dropped() {
        EventLoop.run(dropping());
    }

    @Suspendable
    private Coroutine<Void> dropping() {
        AsyncGenerator<Integer> g = endless();
        await(attemptAwaiting("anext", g.next()));
        g = null;
        System.gc();
        log("dropped");
        long begin = System.nanoTime();
        while (!isFinalised) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new AssertionError("not closed, although the garbage collector has been asked to run");
            }
            System.gc();
            await(turn());
        }
        log("main ends");
        return null;
    }
}
