package dev.fermata.tests.conformance.generators;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Alarm;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;

/** Errors raised at the pending yield, and the stop signal as an error. */
public final class RaisedErrors extends Scenarios {
    @Scenario("GEN-08")
    public void a_raised_error_is_caught_and_the_generator_goes_on() {
        Generator<Integer, String, Void> g = handling();
        attempt("next", g::next);
        attempt("send a", () -> g.send("a"));
        attempt("throw", () -> g.raise(new Boom("x")));
        attempt("throw", () -> g.raise(new Alarm("y")));
        attempt("next", g::next);
    }

    @Suspendable
    private Generator<Integer, String, Void> handling() {
        int n = 0;
        while (true) {
            try {
                n++;
                String command = Generator.yield(n);
                log("got", command);
            } catch (Boom e) {
                log("caught", e);
            }
        }
    }

    @Scenario("GEN-09")
    public void a_raised_error_that_is_not_caught_ends_the_generator() {
        Generator<Integer, Object, Void> g = handlingAnother();
        attempt("next", g::next);
        attempt("throw", () -> g.raise(new Boom("bad")));
        attempt("next", g::next);
        attempt("throw", () -> g.raise(new Boom("late")));
    }

    @Suspendable
    private Generator<Integer, Object, Void> handlingAnother() {
        try {
            Generator.yield(1);
            Generator.yield(2);
        } catch (Oops e) {
            log("not expected", e);
        } finally {
            log("cleanup");
        }
        return null;
    }

    @Scenario("GEN-20")
    public void a_stop_thrown_by_the_body_becomes_a_runtime_error() {
        Generator<Integer, Object, Void> g = throwingStop();
        attempt("next", g::next);
        try {
            g.next();
        } catch (IllegalStateException e) {
            log("next !!", e, "cause", e.getCause());
        }
        attempt("next", g::next);
    }

    @Suspendable
    private static Generator<Integer, Object, Void> throwingStop() {
        Generator.yield(1);
        throw new StopIteration(5);
    }

    @Scenario("GEN-22")
    public void a_stop_raised_in_the_body_can_be_handled() {
        Generator<Integer, Object, Void> careless = careless();
        attempt("next", careless::next);
        try {
            careless.raise(new StopIteration(8));
        } catch (IllegalStateException e) {
            log("throw !!", e, "cause", e.getCause());
        }
        attempt("next", careless::next);
        Generator<Object, Object, String> careful = careful();
        attempt("next", careful::next);
        attempt("throw", () -> careful.raise(new StopIteration(8)));
        attempt("next", careful::next);
    }

    @Suspendable
    private static Generator<Integer, Object, Void> careless() {
        Generator.yield(1);
        return null;
    }

    @Suspendable
    private Generator<Object, Object, String> careful() {
        try {
            Generator.yield(1);
        } catch (StopIteration e) {
            log("handled", e);
            Generator.yield("kept");
        }
        return Generator.returning("done");
    }
}
