package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The beginning, the results and the failures of tasks. */
public final class Tasks extends LoopScenarios {
    @Scenario("AIO-18")
    public void tasks_start_in_the_order_of_their_creation_and_not_at_once() {
        EventLoop.run(starting());
    }

    @Suspendable
    private Coroutine<Void> body(String name) {
        log(name, "start");
        await(turn());
        log(name, "end");
        return null;
    }

    @Suspendable
    private Coroutine<Void> starting() {
        List<Task<Void>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            tasks.add(EventLoop.current().spawn(body(name)));
        }
        log("created");
        await(turn());
        log("one turn");
        tasks.add(EventLoop.current().spawn(body("d")));
        for (Task<Void> t : tasks) {
            await(t);
        }
        log("all done");
        return null;
    }

    @Scenario("AIO-20")
    public void a_result_and_an_error_may_be_asked_for_any_number_of_times() {
        EventLoop.run(asking());
    }

    @Suspendable
    private static Coroutine<List<Integer>> ok() {
        return Coroutine.of(new ArrayList<>(List.of(1, 2)));
    }

    @Suspendable
    private static Coroutine<Void> fail(RuntimeException error) {
        throw error;
    }

    @Suspendable
    private Coroutine<Void> asking() {
        Task<List<Integer>> t = EventLoop.current().spawn(ok());
        attempt("result", t::result);
        attempt("error", t::failure);
        List<List<Integer>> results = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            results.add(await(t));
        }
        log(results, results.get(0) == results.get(2));
        log(t.isDone(), t.isCancelled(), t.result(), t.failure());
        Task<Void> f = EventLoop.current().spawn(fail(new Boom("task")));
        List<Boom> errors = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try {
                await(f);
            } catch (Boom e) {
                errors.add(e);
            }
        }
        log(errors, errors.get(0) == errors.get(2));
        log(f.isDone(), f.isCancelled(), f.failure());
        attempt("result", f::result);
        return null;
    }

    @Scenario("AIO-29")
    public void misuse_is_raised_at_the_await_and_the_task_goes_on() {
        EventLoop.run(misusing());
    }

    @Suspendable
    private static Coroutine<Void> request(Object value) {
        suspend(value);
        return null;
    }

    @Suspendable
    private Coroutine<Void> guarded(String label, Supplier<Coroutine<Void>> what) {
        try {
            await(what.get());
            log(label, "no error");
        } catch (IllegalStateException e) {
            log(label, e);
        }
        await(turn());
        log(label, "goes on");
        return null;
    }

    @Suspendable
    private static Coroutine<Void> awaits(Awaitable<Void> x) {
        await(x);
        return null;
    }

    private Task<Void> itself;

    @Suspendable
    private Coroutine<Void> misusing() {
        EventLoop loop = EventLoop.current();
        EventLoop other = new EventLoop();
        Promise<Void> foreign = new Promise<>(other);
        itself = loop.spawn(guarded("itself", () -> awaits(itself)));
        await(itself);
        await(loop.spawn(guarded("foreign", () -> awaits(foreign))));
        await(loop.spawn(guarded("number", () -> request(42))));
        await(loop.spawn(guarded("none", () -> request(null))));
        other.close();
        return null;
    }

    @Scenario("AIO-95")
    public void errors_that_end_a_task_do_not_end_the_loop() {
        EventLoop.run(failing());
    }

    @Suspendable
    private Coroutine<Void> failing() {
        EventLoop loop = EventLoop.current();
        loop.setExceptionHandler(report -> log("handler", report.error()));
        Task<Void> one = loop.spawn(fail(new Boom("one")));
        Task<Void> two = loop.spawn(fail(new StopIteration(3)));
        Task<Void> three = loop.spawn(fail(new Oops("three")));
        three.onDone(t -> log("callback", t.failure()));
        for (int i = 0; i < 3; i++) {
            await(turn());
        }
        log("alive");
        await(attemptAwaiting("one", one));
        try {
            await(two);
        } catch (IllegalStateException e) {
            log("two", e, "cause", e.getCause());
        }
        return null;
    }
}
