package dev.fermata.tests.conformance.generators;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;

/** Finally blocks that suspend, or that decide how the body ends. */
public final class FinallyBlocks extends Scenarios {
    @Scenario("GEN-23")
    public void a_return_waits_while_the_finally_block_yields() {
        Generator<String, String, String> g = yieldingInFinally();
        attempt("next", g::next);
        attempt("next", g::next);
        attempt("send", () -> g.send("v"));
        attempt("next", g::next);
    }

    @Suspendable
    private Generator<String, String, String> yieldingInFinally() {
        try {
            Generator.yield("a");
            return Generator.returning("R");
        } finally {
            log("finally");
            String got = Generator.yield("f1");
            log("finally got", got);
            Generator.yield("f2");
        }
    }

    @Scenario("GEN-24")
    public void a_finally_block_that_returns_or_throws_wins() {
        Generator<Integer, Object, String> a = overriding();
        attempt("next", a::next);
        attempt("throw", () -> a.raise(new Boom("lost")));
        Generator<Integer, Object, String> b = overriding();
        attempt("next", b::next);
        attempt("next", b::next);
        Generator<Integer, Object, Void> c = replacing();
        attempt("next", c::next);
        attempt("next", c::next);
        attempt("next", c::next);
    }

    @Suspendable
    @SuppressWarnings("finally") // the point of the scenario
    private static Generator<Integer, Object, String> overriding() {
        try {
            Generator.yield(1);
        } finally {
            return Generator.returning("override");
        }
    }

    @Suspendable
    @SuppressWarnings("finally") // the point of the scenario
    private static Generator<Integer, Object, Void> replacing() {
        try {
            Generator.yield(1);
            throw new Boom("first");
        } finally {
            throw new Oops("second");
        }
    }
}
