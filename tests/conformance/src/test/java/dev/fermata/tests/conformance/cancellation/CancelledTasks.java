package dev.fermata.tests.conformance.cancellation;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Scenario;
import java.util.List;
import java.util.function.Supplier;

/** Requests to cancel a task, and how a task answers them. */
public final class CancelledTasks extends LoopScenarios {
    @Scenario("AIO-22")
    public void a_waiting_task_is_cancelled_with_what_it_waits_for() {
        EventLoop.run(cancelling());
    }

    @Suspendable
    private Coroutine<Void> waiting(Promise<Void> f) {
        try {
            log("waiting");
            await(f);
        } catch (Cancellation e) {
            log("body sees", e);
            throw e;
        } finally {
            log("finally");
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> cancelling() {
        Promise<Void> f = new Promise<>(EventLoop.current());
        Task<Void> t = EventLoop.current().spawn(waiting(f));
        await(turn());
        t.cancel("stop it");
        log("cancelled at once", t.isCancelled());
        await(attemptAwaiting("await", t));
        log("task", t.isDone(), t.isCancelled(), "future", f.isDone(), f.isCancelled());
        return null;
    }

    @Scenario("AIO-23")
    public void a_task_may_swallow_a_cancellation_or_turn_it_into_an_error() {
        EventLoop.run(refused());
    }

    @Suspendable
    private Coroutine<String> survives() {
        try {
            await(new Promise<>(EventLoop.current()));
        } catch (Cancellation e) {
            log("swallowing", e);
        }
        await(turn());
        log("still alive");
        return Coroutine.of("survived");
    }

    @Suspendable
    private Coroutine<String> converts() {
        try {
            await(new Promise<>(EventLoop.current()));
        } catch (Cancellation e) {
            throw new Boom("converted");
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> refused() {
        for (Supplier<Coroutine<String>> maker : List.<Supplier<Coroutine<String>>>of(this::survives, this::converts)) {
            Task<String> t = EventLoop.current().spawn(maker.get());
            await(turn());
            t.cancel();
            await(attemptAwaiting("await", t));
            log("cancelled", t.isCancelled(), "requests", t.cancelling());
        }
        return null;
    }

    @Scenario("AIO-24")
    public void a_second_request_interrupts_the_cleanup() {
        EventLoop.run(hurrying());
    }

    @Suspendable
    private Coroutine<Void> cleaning(Promise<Void> cleanup) {
        try {
            await(new Promise<>(EventLoop.current()));
        } finally {
            log("cleanup begins");
            try {
                await(cleanup);
                log("cleanup complete");
            } catch (Cancellation e) {
                log("cleanup interrupted", e);
                throw e;
            }
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> hurrying() {
        for (boolean again : List.of(false, true)) {
            Promise<Void> cleanup = new Promise<>(EventLoop.current());
            Task<Void> t = EventLoop.current().spawn(cleaning(cleanup));
            await(turn());
            t.cancel("stop");
            await(turn());
            await(turn());
            if (again) {
                t.cancel("hurry");
            } else {
                cleanup.complete(null);
            }
            await(attemptAwaiting("await", t));
            log("cancelled", t.isCancelled(), "requests", t.cancelling(), "cleanup future", cleanup.isCancelled());
        }
        return null;
    }

    @Scenario("AIO-27")
    public void requests_are_counted_and_can_be_taken_back() {
        EventLoop.run(counting());
    }

    @Suspendable
    private Coroutine<Void> takingBack() {
        Task<?> me = Task.current();
        try {
            await(new Promise<>(EventLoop.current()));
        } catch (Cancellation e) {
            log("first", me.cancelling());
            log("uncancel gave", me.uncancel());
        }
        try {
            await(new Promise<>(EventLoop.current()));
        } catch (Cancellation e) {
            log("second", me.cancelling());
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> counting() {
        Task<Void> t = EventLoop.current().spawn(takingBack());
        await(turn());
        log("requests", t.cancelling());
        t.cancel();
        log("requests", t.cancelling());
        await(turn());
        await(turn());
        log("requests", t.cancelling());
        log("cancel gave", t.cancel(), t.cancel());
        log("requests", t.cancelling());
        await(attemptAwaiting("await", t));
        log("uncancel gave", t.uncancel(), t.uncancel(), t.uncancel());
        log("cancelled", t.isCancelled());
        return null;
    }
}
