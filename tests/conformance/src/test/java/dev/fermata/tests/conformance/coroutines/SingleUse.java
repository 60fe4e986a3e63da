package dev.fermata.tests.conformance.coroutines;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;

/** A coroutine has one life and one user. */
public final class SingleUse extends Scenarios {
    private Coroutine<?> c;

    @Suspendable
    private static Coroutine<Void> pause() {
        suspend(null);
        return null;
    }

    @Scenario("PEP492-06")
    public void a_coroutine_can_be_awaited_only_once() {
        Coroutine<String> once = once();
        Coroutine<String> first = reading(once);
        attempt("first", () -> first.send(null));
        Coroutine<String> second = reading(once);
        attempt("second", () -> second.send(null));
        attempt("send", () -> once.send(null));
        attempt("throw", () -> once.raise(new Boom("late")));
        attempt("close", once::close);
        attempt("close", once::close);
    }

    @Suspendable
    private Coroutine<String> once() {
        log("running");
        return Coroutine.of("only once");
    }

    @Suspendable
    private static Coroutine<String> reading(Coroutine<String> other) {
        return Coroutine.of(await(other));
    }

    @Scenario("PEP492-07")
    public void a_coroutine_in_use_refuses_another_user() {
        Coroutine<String> awaited = pausing();
        Coroutine<String> w1 = waiting("w1", awaited);
        Coroutine<String> w2 = waiting("w2", awaited);
        attempt("w1", () -> w1.send(null));
        attempt("w2", () -> w2.send(null));
        attempt("w1", () -> w1.send(null));
        Coroutine<String> driven = pausing();
        attempt("direct", () -> driven.send(null));
        Coroutine<String> w3 = waiting("w3", driven);
        attempt("w3", () -> w3.send(null));
        attempt("direct", () -> driven.send(null));
    }

    @Suspendable
    private static Coroutine<String> pausing() {
        await(pause());
        return Coroutine.of("inner");
    }

    @Suspendable
    private Coroutine<String> waiting(String name, Coroutine<String> other) {
        try {
            return Coroutine.of(await(other));
        } catch (IllegalStateException e) {
            log(name, e);
            return Coroutine.of("refused");
        }
    }

    @Scenario(
            value = "PEP492-15",
            mapped = "a plain Java iterator ends by a NoSuchElementException, which is an ordinary error: the stop that"
                    + " leaks is that of a generator")
    public void a_stop_thrown_in_a_coroutine_becomes_a_runtime_error() {
        stopEscapes("direct", direct());
        stopEscapes("leaking", leaking());
        Coroutine<String> outer = seeing(direct());
        attempt("send", () -> outer.send(null));
    }

    private void stopEscapes(String name, Coroutine<?> coroutine) {
        try {
            coroutine.send(null);
        } catch (IllegalStateException e) {
            log(name, "!!", e, "cause", e.getCause());
        }
    }

    @Suspendable
    private static Coroutine<Object> direct() {
        throw new StopIteration(1);
    }

    @Suspendable
    private static Coroutine<Object> leaking() {
        return Coroutine.of(Generator.returning(null).next());
    }

    @Suspendable
    private Coroutine<String> seeing(Coroutine<?> other) {
        try {
            await(other);
        } catch (IllegalStateException e) {
            log("outer sees", e, "cause", e.getCause());
        }
        return Coroutine.of("outer done");
    }

    @Scenario("PEP492-24")
    public void the_awaited_object_is_visible_while_the_coroutine_is_suspended() {
        c = awaitingReport();
        report("new");
        attempt("send", () -> c.send(null));
        report("suspended");
        attempt("send", () -> c.send(null));
        report("ended");
        c = awaitingReport();
        c.close();
        report("closed");
    }

    private void report(String label) {
        log(label, c.state(), "awaiting", c.delegate() != null);
    }

    @Suspendable
    private Coroutine<Void> reporting() {
        log("inside", c.state());
        await(pause());
        log("inside", c.state());
        return null;
    }

    @Suspendable
    private Coroutine<Void> awaitingReport() {
        await(reporting());
        return null;
    }
}
