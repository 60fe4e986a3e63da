package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;

/** Errors of promises and tasks that were dropped before anybody had asked. */
public final class UnseenErrors extends LoopScenarios {
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private int reports;
    private int canaries;

    @Scenario(
            value = "AIO-34",
            mapped = "the report comes some time after the garbage collector has found the promise; a step waits for"
                    + " the reports that must come, and then for those of two canaries, so that no other is missed")
    public void an_error_nobody_has_looked_at_is_reported() {
        EventLoop.run(dropping());
    }

    private void handle(LoopFailure report) {
        if (report.error() instanceof Canary) {
            canaries++;
        } else {
            reports++;
            log("handler", report.error());
        }
    }

    private static final class Canary extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Suspendable
    private Coroutine<Void> dropped(String label, int awaited) {
        await(collected(() -> reports >= awaited));
        for (int i = 0; i < 2; i++) {
            int before = canaries;
            new Promise<Void>(EventLoop.current()).fail(new Canary());
            await(collected(() -> canaries > before));
        }
        log("dropped", label);
        return null;
    }

    private interface Condition {
        boolean holds();
    }

    @Suspendable
    private static Coroutine<Void> collected(Condition condition) {
        long begin = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new AssertionError("no report, although the garbage collector has been asked to run");
            }
            System.gc();
            await(turn());
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> fails() {
        throw new Oops("task");
    }

    @Suspendable
    private Coroutine<Void> dropping() {
        EventLoop loop = EventLoop.current();
        loop.setExceptionHandler(this::handle);
        Promise<Void> f = new Promise<>(loop);
        f.fail(new Boom("1"));
        f = null;
        await(dropped("unseen", 1));
        f = new Promise<>(loop);
        f.fail(new Boom("2"));
        log("error", f.failure());
        f = null;
        await(dropped("asked", 1));
        f = new Promise<>(loop);
        f.fail(new Boom("3"));
        await(attemptAwaiting("await", f));
        f = null;
        await(dropped("awaited", 1));
        f = new Promise<>(loop);
        f.cancel();
        attemptToFail(f);
        f = null;
        await(dropped("cancelled", 1));
        Task<Void> t = loop.spawn(fails());
        await(turn());
        t = null;
        await(dropped("task", 2));
        return null;
    }

    private void attemptToFail(Promise<Void> f) {
        attempt("set_exception", () -> f.fail(new Boom("4")));
    }
}
