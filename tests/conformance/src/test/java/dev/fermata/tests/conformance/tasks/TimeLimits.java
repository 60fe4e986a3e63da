package dev.fermata.tests.conformance.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import java.time.Duration;
import java.util.Arrays;

/** Waiting for one thing with a limit of time: {@code wait_for}. */
public final class TimeLimits extends SeveralTasks {
    private static final Duration LONG = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofMillis(20);

    @Scenario("AIO-54")
    public void when_time_is_up_the_thing_is_cancelled_and_its_cleanup_is_waited_for() {
        runInVirtualTime(limits());
    }

    @Suspendable
    private Coroutine<Void> slow() {
        try {
            await(forEver());
        } catch (Cancellation e) {
            log("slow cancelled");
            await(turns(2));
            log("slow cleaned");
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> limits() {
        await(attemptAwaiting("ok", Tasks.within(LONG, after(1, "ok"))));
        await(attemptAwaiting("slow", Tasks.within(SHORT, slow())));
        await(attemptAwaiting("no limit", Tasks.within(null, after(1, "ok"))));
        await(attemptAwaiting("failing", Tasks.within(LONG, after(0, new Boom("x")))));
        Promise<Void> f = promise();
        await(attemptAwaiting("future", Tasks.within(SHORT, f)));
        log("future cancelled", f.isCancelled());
        return null;
    }

    @Scenario("AIO-56")
    public void what_ends_otherwise_than_by_the_cancellation_has_its_own_outcome() {
        runInVirtualTime(resisting());
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // refuses to end
    private Coroutine<String> stubborn() {
        try {
            await(forEver());
        } catch (Cancellation e) {
            log("stubborn sees", e);
        }
        await(turn());
        return Coroutine.of("anyway");
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // ends otherwise
    private Coroutine<String> angry() {
        try {
            await(forEver());
        } catch (Cancellation e) {
            throw new Boom("angry");
        }
        return null;
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // ends of another one
    private Coroutine<String> tidy() {
        try {
            await(forEver());
        } catch (Cancellation e) {
            log("tidy cleaning");
        }
        await(turns(2));
        log("tidy cleaned");
        throw new Cancellation();
    }

    @Suspendable
    private Coroutine<Void> resisting() {
        await(attemptAwaiting("stubborn", Tasks.within(SHORT, stubborn())));
        await(attemptAwaiting("angry", Tasks.within(SHORT, angry())));
        await(attemptAwaiting("tidy", Tasks.within(SHORT, tidy())));
        log("requests", Task.current().cancelling());
        return null;
    }

    @Scenario("AIO-57")
    public void cancelling_the_waiting_side_cancels_the_awaited_side() {
        runInVirtualTime(cancelled());
    }

    @Suspendable
    private Coroutine<Void> inner() {
        try {
            await(forEver());
        } catch (Cancellation e) {
            log("inner cancelled");
            await(turn());
            log("inner cleaned");
            throw e;
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> cancelled() {
        EventLoop loop = EventLoop.current();
        for (Duration limit : Arrays.asList(LONG, null)) {
            Task<Void> t = loop.spawn(inner());
            Task<Void> waiter = loop.spawn(Tasks.within(limit, t));
            await(turns(2));
            waiter.cancel();
            await(attemptAwaiting("waiter", waiter));
            log("inner", t.isCancelled());
        }
        return null;
    }
}
