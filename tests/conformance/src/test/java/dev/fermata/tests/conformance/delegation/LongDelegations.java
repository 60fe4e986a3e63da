package dev.fermata.tests.conformance.delegation;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.List;

/** Many delegations, one inside the other or one after the other. */
public final class LongDelegations extends Scenarios {
    @Scenario("PEP380-20")
    public void values_pass_through_a_thousand_levels() {
        Generator<String, String, Integer> g = chain(1000);
        attempt("next", g::next);
        attempt("send", () -> g.send("hello"));
        attempt("send", () -> g.send(null));
    }

    @Suspendable
    private Generator<String, String, Integer> chain(int n) {
        if (n == 0) {
            String got = Generator.yield("bottom 1");
            log("bottom got", got);
            Generator.yield("bottom 2");
            return Generator.returning(0);
        }
        int result = Generator.yieldFrom(chain(n - 1));
        return Generator.returning(result + 1);
    }

    @Scenario("PEP380-27")
    public void delegates_that_never_yield_do_not_suspend_and_do_not_grow_the_stack() {
        Generator<Object, Object, Void> g = manyDelegations();
        for (int i = 0; i < 3; i++) {
            attempt("next", g::next);
        }
    }

    @Suspendable
    private static Generator<String, Object, Integer> quick(int i) {
        if (i < 0) {
            Generator.yield("never");
        }
        return Generator.returning(i);
    }

    @Suspendable
    private static Generator<Object, Object, Void> manyDelegations() {
        int total = 0;
        for (int i = 1; i <= 20000; i++) {
            total += Generator.yieldFrom(quick(i));
        }
        Generator.yield(total);
        for (int i = 0; i < 20000; i++) {
            Generator.yieldFrom(List.of());
        }
        Generator.yield("done");
        return null;
    }
}
