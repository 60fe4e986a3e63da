package dev.fermata.tests.conformance.generators;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;

/** When a body starts, and how its end is reported. */
public final class StartAndEnd extends Scenarios {
    @Scenario("GEN-01")
    public void creating_runs_nothing_and_exhaustion_is_permanent() {
        Generator<Integer, Object, Void> g = twoValues();
        log("created");
        for (int i = 0; i < 4; i++) {
            attempt("next", g::next);
        }
    }

    @Suspendable
    private Generator<Integer, Object, Void> twoValues() {
        log("body start");
        Generator.yield(1);
        log("between");
        Generator.yield(2);
        log("body end");
        return null;
    }

    @Scenario("GEN-02")
    public void the_return_value_comes_once_with_the_first_stop() {
        Generator<String, Object, Integer> g = returningSeven();
        attempt("next", g::next);
        attempt("next", g::next);
        attempt("next", g::next);
        attempt("send 5", () -> g.send(5));
        Generator<String, Object, Integer> h = immediate(true);
        attempt("next", h::next);
        attempt("next", h::next);
    }

    @Suspendable
    private Generator<String, Object, Integer> returningSeven() {
        Object x = Generator.yield("first");
        log("resumed with", x);
        return Generator.returning(7);
    }

    @Suspendable
    private static Generator<String, Object, Integer> immediate(boolean flag) {
        if (flag) {
            return Generator.returning(9);
        }
        Generator.yield("unreachable");
        return null;
    }

    @Scenario("GEN-03")
    public void a_loop_ends_quietly_and_ignores_the_return_value() {
        for (int v : upTo(3)) {
            log("got", v);
        }
        log("loop over");
        log(listOf(upTo(0)), listOf(upTo(4)));
    }

    @Suspendable
    private static Generator<Integer, Object, String> upTo(int limit) {
        int n = 0;
        while (true) {
            if (n == limit) {
                return Generator.returning("ignored");
            }
            Generator.yield(n);
            n++;
        }
    }

    @Scenario("GEN-06")
    public void a_value_cannot_be_sent_before_the_first_yield() {
        Generator<String, String, Void> g = receiving();
        attempt("send x", () -> g.send("x"));
        attempt("send none", () -> g.send(null));
        attempt("send y", () -> g.send("y"));
    }

    @Suspendable
    private Generator<String, String, Void> receiving() {
        log("started");
        String got = Generator.yield("a");
        log("got", got);
        Generator.yield("b");
        return null;
    }
}
