package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;

/** Running something to its end, and what is known while a loop runs. */
public final class Running extends LoopScenarios {
    private final EventLoop loop = new EventLoop();

    @Scenario("AIO-08")
    public void coroutines_promises_and_tasks_are_run_to_their_ends() {
        attempt("coroutine", () -> loop.runUntilComplete(value()));
        attempt("failing", () -> loop.runUntilComplete(fails()));
        Promise<String> later = new Promise<>(loop);
        loop.callSoon(() -> later.complete("later"));
        attempt("future", () -> loop.runUntilComplete(later));
        Promise<String> failed = new Promise<>(loop);
        failed.fail(new Oops("y"));
        attempt("failed future", () -> loop.runUntilComplete(failed));
        Task<Integer> t = loop.spawn(value());
        attempt("task", () -> loop.runUntilComplete(t));
        log("running", loop.isRunning(), "closed", loop.isClosed());
        loop.close();
        log("running", loop.isRunning(), "closed", loop.isClosed());
    }

    @Suspendable
    private static Coroutine<Integer> value() {
        return Coroutine.of(5);
    }

    @Suspendable
    private static Coroutine<Integer> fails() {
        throw new Boom("x");
    }

    private final EventLoop other = new EventLoop();

    @Scenario("AIO-11")
    public void no_loop_runs_inside_a_running_one() {
        attempt("outer", () -> loop.runUntilComplete(runningOthers()));
        attempt("other loop later", () -> other.runUntilComplete(nothing()));
        loop.close();
        other.close();
    }

    @Suspendable
    private static Coroutine<String> nothing() {
        return Coroutine.of("nothing");
    }

    @Suspendable
    private Coroutine<String> runningOthers() {
        Coroutine<String> first = nothing();
        attempt("same loop", () -> loop.runUntilComplete(first));
        first.close();
        Coroutine<String> second = nothing();
        attempt("other loop", () -> other.runUntilComplete(second));
        second.close();
        Coroutine<String> third = nothing();
        attempt("run function", () -> EventLoop.run(third));
        third.close();
        attempt("run_forever", loop::runForever);
        return Coroutine.of("ok");
    }

    @Scenario("AIO-15")
    public void the_end_of_a_run_cancels_what_is_left_over() {
        attempt("run", () -> EventLoop.run(leaving(false, false)));
        attempt("run", () -> EventLoop.run(leaving(true, false)));
        attempt("run", () -> EventLoop.run(leaving(false, true)));
    }

    @Suspendable
    private Coroutine<Void> leftover(boolean fail) {
        try {
            await(new Promise<>(EventLoop.current()));
        } catch (Cancellation e) {
            log("leftover cancelled");
            if (fail) {
                throw new Boom("cleanup failed");
            }
            await(turn());
            await(turn());
            log("leftover cleaned");
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Integer> leaving(boolean leftoverFails, boolean mainFails) {
        EventLoop.current().setExceptionHandler(report -> log("handler", report.error()));
        Task<Void> task = EventLoop.current().spawn(leftover(leftoverFails));
        await(turn());
        if (mainFails) {
            throw new Oops("main");
        }
        log("main returns", task.isDone());
        return Coroutine.of(1);
    }

    @Scenario("AIO-17")
    public void the_loop_is_known_in_callbacks_and_tasks_the_task_in_tasks_alone() {
        attempt("outside", EventLoop::current);
        loop.callSoon(() -> where("callback"));
        loop.runUntilComplete(loop.spawn("worker", worker()));
        attempt("outside", EventLoop::current);
        loop.close();
    }

    private void where(String label) {
        Task<?> task = Task.current();
        log(label, EventLoop.current() == loop, task == null ? null : task.name());
    }

    @Suspendable
    private Coroutine<Void> child() {
        where("child");
        return null;
    }

    @Suspendable
    private Coroutine<Void> worker() {
        where("worker");
        await(loop.spawn("child", child()));
        where("worker");
        log("tasks", loop.tasks().size());
        return null;
    }
}
