package dev.fermata.tests.conformance.delegation;

import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.List;

/** The exit signal and a generator that has delegated. */
public final class ClosingTheDelegate extends Scenarios {
    @Scenario("PEP380-07")
    public void closing_unwinds_from_the_innermost_to_the_outermost() {
        Generator<Integer, Object, Void> g = level("outer", level("middle", level("inner", null)));
        attempt("next", g::next);
        attempt("close", g::close);
        attempt("next", g::next);
    }

    @Suspendable
    private Generator<Integer, Object, Void> level(String name, Generator<Integer, Object, Void> inner) {
        try {
            if (inner == null) {
                Generator.yield(1);
                Generator.yield(2);
            } else {
                Generator.yieldFrom(inner);
            }
        } finally {
            log(name);
        }
        return null;
    }

    @Scenario("PEP380-08")
    public void an_inner_generator_that_swallows_the_exit_does_not_stop_the_close() {
        Generator<Integer, Object, Void> g = watching();
        attempt("next", g::next);
        attempt("close", g::close);
        attempt("next", g::next);
    }

    @Suspendable
    private Generator<Integer, Object, String> swallowing() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit e) {
            log("inner swallows");
            return Generator.returning("ignored");
        }
        return null;
    }

    @Suspendable
    private Generator<Integer, Object, Void> watching() {
        try {
            String value = Generator.yieldFrom(swallowing());
            log("not reached", value);
        } catch (GeneratorExit e) {
            log("outer sees", e);
            throw e;
        } finally {
            log("outer finally");
        }
        return null;
    }

    @Scenario("PEP380-09")
    public void an_inner_generator_that_refuses_to_exit_is_an_error_at_the_delegation() {
        Generator<Object, Object, Void> handled = refusing();
        closeAndGoOn(handled, goingOn(handled));
        Generator<Object, Object, Void> unhandled = refusing();
        closeAndGoOn(unhandled, cleaningUp(unhandled));
    }

    private void closeAndGoOn(Generator<Object, Object, Void> inner, Generator<Object, Object, Void> g) {
        attempt("next", g::next);
        attempt("close", g::close);
        attempt("next", g::next);
        attempt("inner next", inner::next);
    }

    @Suspendable
    private Generator<Object, Object, Void> refusing() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit e) {
            Generator.yield("refused");
            log("inner resumed");
        }
        return null;
    }

    @Suspendable
    private Generator<Object, Object, Void> goingOn(Generator<Object, Object, Void> inner) {
        try {
            Generator.yieldFrom(inner);
        } catch (Exception e) {
            log("outer sees", e);
            Generator.yield("outer goes on");
        }
        log("outer end");
        return null;
    }

    @Suspendable
    private Generator<Object, Object, Void> cleaningUp(Generator<Object, Object, Void> inner) {
        try {
            Generator.yieldFrom(inner);
        } finally {
            log("outer2 finally");
        }
        return null;
    }

    @Scenario("PEP380-11")
    public void an_exit_signal_raised_by_hand_closes_the_delegate() {
        for (Generator<Integer, Object, Void> inner : List.of(exiting(), failing())) {
            Generator<Object, Object, Void> g = stayingAlive(inner);
            attempt("next", g::next);
            attempt("throw", () -> g.raise(new GeneratorExit()));
            attempt("next", g::next);
        }
    }

    @Suspendable
    private Generator<Integer, Object, Void> exiting() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit e) {
            log("inner exits");
        }
        return null;
    }

    @Suspendable
    private static Generator<Integer, Object, Void> failing() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit e) {
            throw new Boom("from inner");
        }
        return null;
    }

    @Suspendable
    private Generator<Object, Object, Void> stayingAlive(Generator<Integer, Object, Void> inner) {
        try {
            Generator.yieldFrom(inner);
            log("not reached");
        } catch (GeneratorExit e) {
            log("outer sees", e);
            Generator.yield("alive");
        }
        return null;
    }
}
