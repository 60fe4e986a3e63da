package dev.fermata.tests.conformance.delegation;

import dev.fermata.Delegate;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;

/** Delegating to an object that implements the protocol itself. */
public final class HandWrittenDelegate extends Scenarios {
    @Scenario("PEP380-16")
    public void each_operation_turns_to_its_counterpart_on_the_delegate() {
        Generator<String, Object, Object> g = outer();
        attempt("next", g::next);
        attempt("send v", () -> g.send("v"));
        attempt("send none", () -> g.send(null));
        attempt("throw", () -> g.raise(new Boom("b")));
        attempt("next", g::next);
        attempt("send w", () -> g.send("w"));
        attempt("send x", () -> g.send("x"));
        log("second run");
        Generator<String, Object, Object> second = outer();
        attempt("next", second::next);
        attempt("throw", () -> second.raise(new Oops("o")));
        log("third run");
        Generator<String, Object, Object> third = outer();
        attempt("next", third::next);
        attempt("close", third::close);
    }

    @Suspendable
    private Generator<String, Object, Object> outer() {
        Object result = Generator.yieldFrom(new FourSteps());
        log("delegation gave", result);
        return Generator.returning(result);
    }

    private final class FourSteps implements Delegate<String, Object, Object> {
        private int n;

        private String step() {
            n++;
            if (n > 4) {
                throw new StopIteration("delegate result");
            }
            return "n" + n;
        }

        @Override
        public String next() {
            log(". next");
            return step();
        }

        @Override
        public String send(Object value) {
            log(". send", value);
            return step();
        }

        @Override
        public String raise(Throwable error) {
            log(". throw", error);
            if (error instanceof Boom) {
                return "thrown " + error.getMessage();
            }
            throw (RuntimeException) error;
        }

        @Override
        public void close() {
            log(". close");
        }
    }
}
