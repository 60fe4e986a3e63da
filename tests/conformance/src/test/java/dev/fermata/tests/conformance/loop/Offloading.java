package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.context.ContextVariable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;
import java.time.Duration;

/** What a closed loop refuses, and the context that tasks, callbacks and work on other threads run in. */
public final class Offloading extends LoopScenarios {
    private final ContextVariable<String> var = ContextVariable.named("var");
    private final ContextVariable<String> unset = ContextVariable.named("unset");

    @Scenario("AIO-10")
    public void a_closed_loop_refuses_work() {
        EventLoop loop = new EventLoop();
        loop.callSoon(() -> attempt("close while running", loop::close));
        loop.callSoon(loop::stop);
        loop.runForever();
        attempt("close", loop::close);
        attempt("close", loop::close);
        attempt("call_soon", () -> loop.callSoon(() -> log("never")));
        attempt("call_later", () -> loop.callLater(Duration.ofMillis(10), () -> log("never")));
        Coroutine<Void> spawned = nothing();
        attempt("create_task", () -> loop.spawn(spawned));
        spawned.close();
        Coroutine<Void> run = nothing();
        attempt("run", () -> loop.runUntilComplete(run));
        run.close();
        attempt("run_forever", loop::runForever);
        attempt("run_in_executor", () -> loop.offload(() -> "never"));
    }

    @Suspendable
    private static Coroutine<Void> nothing() {
        return null;
    }

    @Scenario("AIO-47")
    public void everything_runs_in_a_copy_of_the_context() {
        EventLoop.run(main());
    }

    @Suspendable
    private Coroutine<Void> main() {
        var.set("main");
        Task<Void> t = EventLoop.current().spawn(task());
        EventLoop.current().callSoon(() -> callback("callback"));
        EventLoop.current().callSoon(() -> callback("callback 2"));
        await(t);
        log("main has", var.get());
        var.set("changed");
        await(EventLoop.current().spawn(later()));
        await(direct());
        log("main has", var.get());
        await(EventLoop.current().offload(this::inThread));
        log("main has", var.get());
        attempt("unset", unset::get);
        return null;
    }

    @Suspendable
    private Coroutine<Void> task() {
        log("task sees", var.get());
        var.set("task");
        await(turn());
        log("task keeps", var.get());
        return null;
    }

    private void callback(String value) {
        log("callback sees", var.get());
        var.set(value);
    }

    @Suspendable
    private Coroutine<Void> later() {
        log("later task sees", var.get());
        return null;
    }

    @Suspendable
    private Coroutine<Void> direct() {
        var.set("direct");
        return null;
    }

    private Void inThread() {
        log("thread sees", var.get());
        var.set("thread");
        return null;
    }
}
