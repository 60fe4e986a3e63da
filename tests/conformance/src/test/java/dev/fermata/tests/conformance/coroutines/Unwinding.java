package dev.fermata.tests.conformance.coroutines;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Alarm;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.ScenarioException;
import dev.fermata.tests.conformance.Scenarios;
import java.util.List;

/** Errors and exits that start at the innermost await and go outwards. */
public final class Unwinding extends Scenarios {
    @Suspendable
    private static Coroutine<Void> pause(String text) {
        suspend(text);
        return null;
    }

    @Scenario("PEP492-09")
    public void an_error_raised_by_the_driver_arises_at_the_bottom() {
        Coroutine<String> handledAtTheBottom = recovering();
        attempt("send", () -> handledAtTheBottom.send(null));
        attempt("throw", () -> handledAtTheBottom.raise(new Oops("o")));
        log("run 2");
        Coroutine<String> handledAtTheTop = recovering();
        attempt("send", () -> handledAtTheTop.send(null));
        attempt("throw", () -> handledAtTheTop.raise(new Boom("b")));
        attempt("send", () -> handledAtTheTop.send(null));
        log("run 3");
        Coroutine<String> failing = recovering();
        attempt("send", () -> failing.send(null));
        attempt("throw", () -> failing.raise(new Alarm("a")));
        attempt("throw", () -> failing.raise(new Oops("again")));
    }

    @Suspendable
    private Coroutine<String> handlingOops() {
        try {
            await(pause(null));
        } catch (Oops e) {
            log("bottom handles", e);
            return Coroutine.of("bottom saved");
        } finally {
            log("bottom finally");
        }
        return null;
    }

    @Suspendable
    private Coroutine<String> between() {
        try {
            return Coroutine.of(await(handlingOops()));
        } finally {
            log("middle finally");
        }
    }

    @Suspendable
    private Coroutine<String> recovering() {
        try {
            return Coroutine.of(await(between()));
        } catch (Boom e) {
            log("top handles", e);
            await(pause(null));
            return Coroutine.of("top recovered");
        }
    }

    @Scenario("PEP492-11")
    public void closing_unwinds_the_chain_from_the_bottom() {
        Coroutine<Void> c = level("top", level("middle", level("bottom", null)));
        attempt("send", () -> c.send(null));
        attempt("close", c::close);
        attempt("close", c::close);
        attempt("send", () -> c.send(null));
        Coroutine<Void> lone = level("lone", null);
        attempt("close", lone::close);
        attempt("send", () -> lone.send(null));
    }

    @Suspendable
    private Coroutine<Void> level(String name, Coroutine<Void> inner) {
        try {
            if (inner == null) {
                await(pause(null));
            } else {
                await(inner);
            }
        } catch (Exception e) {
            log("wrong", e);
        } finally {
            log("finally", name);
        }
        return null;
    }

    @Scenario("PEP492-13")
    public void a_finally_block_may_await_on_both_ways_out() {
        for (boolean fail : List.of(false, true)) {
            Coroutine<String> c = releasing(fail);
            for (int i = 0; i < 3; i++) {
                attempt("send", () -> c.send(null));
            }
        }
        log("third run");
        Coroutine<String> c = releasing(false);
        attempt("send", () -> c.send(null));
        attempt("send", () -> c.send(null));
        attempt("throw", () -> c.raise(new Oops("interrupt")));
    }

    @Suspendable
    private Coroutine<Void> release(String name) {
        log("release", name, "begin");
        await(pause(name + " releasing"));
        log("release", name, "end");
        return null;
    }

    @Suspendable
    private Coroutine<String> releasing(boolean fail) {
        try {
            await(pause("working"));
            if (fail) {
                throw new Boom("body");
            }
            return Coroutine.of("value");
        } finally {
            await(release("r"));
        }
    }

    @Scenario("PEP492-22")
    public void a_cancellation_may_be_swallowed_once_and_be_effective_the_second_time() {
        Coroutine<Void> c = cleaningUp();
        attempt("send", () -> c.send(null));
        attempt("send", () -> c.send(null));
        attempt("throw", () -> c.raise(new Stop("one")));
        for (int i = 0; i < 3; i++) {
            attempt("send", () -> c.send(null));
        }
        attempt("throw", () -> c.raise(new Stop("two")));
        attempt("send", () -> c.send(null));
    }

    private static final class Stop extends ScenarioException {
        private static final long serialVersionUID = 1L;

        Stop(String message) {
            super(message);
        }
    }

    @Suspendable
    private Coroutine<Void> ticking() {
        try {
            while (true) {
                await(pause("tick"));
                log("tick");
            }
        } finally {
            log("bottom finally");
        }
    }

    @Suspendable
    private Coroutine<Void> swallowingOnce() {
        try {
            try {
                await(ticking());
            } catch (Stop e) {
                log("middle swallows");
            }
            await(pause("middle waits"));
            await(ticking());
        } finally {
            await(pause("middle releasing"));
            log("middle finally");
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> cleaningUp() {
        try {
            await(swallowingOnce());
        } finally {
            log("top finally");
        }
        return null;
    }
}
