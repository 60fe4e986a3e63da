package dev.fermata.tests.conformance.delegation;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.List;

/** Errors raised in a generator that has delegated. */
public final class ErrorsInTheDelegate extends Scenarios {
    @Scenario("PEP380-04")
    public void a_raised_error_is_offered_to_the_inner_generator_first() {
        Generator<Integer, Object, Void> g = handlingOutside();
        attempt("next", g::next);
        attempt("throw", () -> g.raise(new Boom("one")));
        attempt("next", g::next);
        attempt("throw", () -> g.raise(new Boom("two")));
    }

    @Suspendable
    private Generator<Integer, Object, Void> handlingInside() {
        int n = 0;
        while (true) {
            n++;
            try {
                Generator.yield(n);
            } catch (Boom e) {
                log("inner handles", e);
            }
        }
    }

    @Suspendable
    private Generator<Integer, Object, Void> handlingOutside() {
        try {
            Generator.yieldFrom(handlingInside());
        } catch (Boom e) {
            log("outer handles", e);
        }
        return null;
    }

    @Scenario("PEP380-05")
    public void an_error_not_handled_inside_surfaces_at_the_delegation() {
        Generator<String, Object, Void> g = recovering();
        attempt("next", g::next);
        attempt("throw", () -> g.raise(new Boom("x")));
        attempt("next", g::next);
        attempt("throw", () -> g.raise(new Oops("y")));
        attempt("next", g::next);
    }

    @Suspendable
    private Generator<String, Object, Void> cleaningUp() {
        try {
            Generator.yield("i1");
        } finally {
            log("inner cleanup");
        }
        return null;
    }

    @Suspendable
    private Generator<String, Object, Void> recovering() {
        try {
            try {
                Generator.yieldFrom(cleaningUp());
            } catch (Boom e) {
                log("outer handles", e);
                Generator.yield("recovered");
            }
            Generator.yield("o2");
        } finally {
            log("outer cleanup");
        }
        return null;
    }

    @Scenario("PEP380-31")
    public void a_stop_raised_inside_is_not_the_end_of_the_delegation() {
        for (Generator<Integer, Object, String> inner : List.of(lettingEscape(), handlingStop())) {
            Generator<Object, Object, Void> g = expectingStop(inner);
            attempt("next", g::next);
            attempt("throw", () -> g.raise(new StopIteration(3)));
            attempt("next", g::next);
        }
    }

    @Suspendable
    private static Generator<Integer, Object, String> lettingEscape() {
        Generator.yield(1);
        return null;
    }

    @Suspendable
    private Generator<Integer, Object, String> handlingStop() {
        try {
            Generator.yield(1);
        } catch (StopIteration e) {
            log("inner2 handles", e);
        }
        return Generator.returning("fine");
    }

    @Suspendable
    private Generator<Object, Object, Void> expectingStop(Generator<Integer, Object, String> inner) {
        try {
            String result = Generator.yieldFrom(inner);
            log("result", result);
        } catch (IllegalStateException e) {
            log("outer sees", e, "cause", e.getCause());
        } catch (StopIteration e) {
            log("outer sees", e);
        }
        Generator.yield("outer alive");
        return null;
    }
}
