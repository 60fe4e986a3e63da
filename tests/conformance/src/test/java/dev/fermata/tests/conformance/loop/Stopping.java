package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;

/** What a loop does at its stop, and what is left for its next run. */
public final class Stopping extends LoopScenarios {
    private final EventLoop loop = new EventLoop();

    @Scenario("AIO-07")
    public void the_turn_of_the_stop_is_run_to_its_end() {
        loop.callSoon(this::a);
        loop.callSoon(() -> log("b"));
        loop.callSoon(() -> log("c"));
        loop.runForever();
        log("stopped");
        loop.callSoon(() -> log("f"));
        loop.callSoon(loop::stop);
        loop.runForever();
        log("stopped");
        loop.callSoon(this::g);
        loop.stop();
        loop.runForever();
        log("stopped");
        loop.close();
    }

    private void a() {
        log("a");
        loop.callSoon(() -> log("d"));
        loop.stop();
        loop.callSoon(() -> log("e"));
    }

    private void g() {
        log("g");
        loop.callSoon(() -> log("h"));
    }

    @Scenario("AIO-16")
    public void tasks_that_are_left_go_on_in_the_next_run() {
        Task<String> bg = loop.spawn(background());
        attempt("run", () -> loop.runUntilComplete(brief()));
        log("between runs", bg.isDone());
        attempt("run", () -> loop.runUntilComplete(bg));
        loop.close();
    }

    @Suspendable
    private Coroutine<String> background() {
        for (int i = 1; i < 6; i++) {
            log("bg", i);
            await(turn());
        }
        return Coroutine.of("bg done");
    }

    @Suspendable
    private static Coroutine<String> brief() {
        await(turn());
        await(turn());
        return Coroutine.of("short done");
    }
}
