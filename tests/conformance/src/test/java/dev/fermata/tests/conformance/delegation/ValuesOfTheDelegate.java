package dev.fermata.tests.conformance.delegation;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import dev.fermata.tests.conformance.Trace;
import java.util.Arrays;
import java.util.List;

/** Values that a delegate yields, is sent and returns. */
public final class ValuesOfTheDelegate extends Scenarios {
    @Scenario("PEP380-01")
    public void values_of_the_inner_generator_come_out_of_the_outer_one() {
        for (String v : yieldingAround()) {
            log("got", v);
        }
    }

    @Suspendable
    private Generator<String, Object, Void> yieldingTwice() {
        log("inner start");
        Generator.yield("i1");
        Generator.yield("i2");
        log("inner end");
        return null;
    }

    @Suspendable
    private Generator<String, Object, Void> yieldingAround() {
        log("outer start");
        Generator.yield("o1");
        Generator.yieldFrom(yieldingTwice());
        Generator.yield("o2");
        log("outer end");
        return null;
    }

    @Scenario("PEP380-02")
    public void sent_values_go_to_the_innermost_generator() {
        Generator<String, Integer, Void> g = receivingAround();
        attempt("next", g::next);
        for (Integer value : Arrays.asList(1, 2, null, 4, 5)) {
            attempt("send " + Trace.show(value), () -> g.send(value));
        }
    }

    @Suspendable
    private Generator<String, Integer, Void> receivingTwice() {
        log("inner got", Generator.yield("i1"));
        log("inner got", Generator.yield("i2"));
        return null;
    }

    @Suspendable
    private Generator<String, Integer, Void> between() {
        Generator.yieldFrom(receivingTwice());
        return null;
    }

    @Suspendable
    private Generator<String, Integer, Void> receivingAround() {
        log("outer got", Generator.yield("o1"));
        Generator.yieldFrom(between());
        log("outer got", Generator.yield("o2"));
        return null;
    }

    @Scenario("PEP380-29")
    public void operands_are_kept_across_delegations_inside_expressions() {
        Generator<Object, String, Integer> g = expressions();
        attempt("send none", () -> g.send(null));
        for (int i = 1; i < 9; i++) {
            String value = "s" + i;
            attempt("send " + value, () -> g.send(value));
        }
    }

    @Suspendable
    private static Generator<Integer, String, Integer> tenfold(int n) {
        Generator.yield(n);
        return Generator.returning(n * 10);
    }

    private List<Object> triple(int a, String b, int c) {
        log("triple", a, b, c);
        return List.of(a, b, c);
    }

    @Suspendable
    private Generator<Object, String, Integer> expressions() {
        log("difference", 1000 - Generator.yieldFrom(tenfold(1)) - Generator.yieldFrom(tenfold(2)));
        log("call", triple(Generator.yieldFrom(tenfold(3)), "mid", Generator.yieldFrom(tenfold(4))));
        log(
                "list",
                List.of(
                        Generator.yieldFrom(tenfold(5)),
                        Generator.<String>yield("plain"),
                        Generator.yieldFrom(tenfold(6))));
        return Generator.returning(Math.max(Generator.yieldFrom(tenfold(7)), 65));
    }

    @Scenario("PEP380-32")
    public void error_objects_are_ordinary_return_values() {
        Generator<String, Object, Boom> g = returningErrors();
        for (int i = 0; i < 4; i++) {
            attempt("next", g::next);
        }
    }

    @Suspendable
    private static Generator<String, Object, Object> returningAfterOne(Object value) {
        Generator.yield("step");
        return Generator.returning(value);
    }

    @Suspendable
    private Generator<String, Object, Boom> returningErrors() {
        for (Object value : List.of(new Boom("as value"), new StopIteration(4), List.of(1, List.of(2)))) {
            Object result = Generator.yieldFrom(returningAfterOne(value));
            log("result", result);
        }
        return Generator.returning(new Boom("returned"));
    }
}
