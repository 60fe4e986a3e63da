package dev.fermata.tests.conformance.delegation;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Delegating to what is not a generator. */
public final class PlainIterators extends Scenarios {
    @Scenario(value = "PEP380-12", mapped = "a Java text is not iterable: a list of its letters stands for it")
    public void a_plain_iterable_gives_no_result() {
        Generator<Object, Object, List<Object>> g = collectingResults();
        attempt("next", g::next);
        attempt("send", () -> g.send(null));
        attempt("next", g::next);
        attempt("send", () -> g.send(null));
        attempt("next", g::next);
        attempt("next", g::next);
    }

    @Suspendable
    private static Generator<Integer, Object, String> three() {
        Generator.yield(3);
        return Generator.returning("three");
    }

    @Suspendable
    private static Generator<Object, Object, List<Object>> collectingResults() {
        List<Object> results = new ArrayList<>();
        results.add(Generator.yieldFrom(List.of(1, 2)));
        results.add(Generator.yieldFrom(List.of()));
        results.add(Generator.yieldFrom(List.of("a", "b")));
        results.add(Generator.yieldFrom(three()));
        return Generator.returning(results);
    }

    @Scenario("PEP380-14")
    public void an_error_raised_over_a_plain_iterator_arises_in_the_generator() {
        Generator<Object, Object, String> g = iteratingTwice(List.of(1, 2, 3).iterator());
        attempt("next", g::next);
        attempt("throw", () -> g.raise(new Boom("x")));
        attempt("next", g::next);
        attempt("next", g::next);
        attempt("next", g::next);
    }

    @Suspendable
    private Generator<Object, Object, String> iteratingTwice(Iterator<Integer> iterator) {
        try {
            Generator.yieldFrom(iterator);
        } catch (Boom e) {
            log("handled", e);
            Generator.yield("handled");
        }
        Generator.yieldFrom(iterator);
        return Generator.returning("end");
    }

    @Scenario(
            value = "PEP380-34",
            mapped =
                    "a Java iterator ends by hasNext(), without a value; one whose next() throws StopIteration has a result")
    public void an_iterator_may_stop_with_a_value_or_fail() {
        Generator<Object, Object, String> g = iteratingOddOnes();
        for (int i = 0; i < 4; i++) {
            attempt("next", g::next);
        }
    }

    @Suspendable
    private Generator<Object, Object, String> iteratingOddOnes() {
        log("result", Generator.yieldFrom(new Countdown(2)));
        try {
            Generator.yieldFrom(new Broken());
        } catch (Boom e) {
            log("failed", e);
        }
        return Generator.returning("end");
    }

    private static final class Countdown implements Iterator<Integer> {
        private int n;

        Countdown(int n) {
            this.n = n;
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Integer next() {
            if (n == 0) {
                throw new StopIteration("zero reached");
            }
            n--;
            return n;
        }
    }

    private static final class Broken implements Iterator<String> {
        private boolean used;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public String next() {
            if (used) {
                throw new Boom("broken iterator");
            }
            used = true;
            return "ok";
        }
    }
}
