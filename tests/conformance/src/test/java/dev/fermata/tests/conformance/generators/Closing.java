package dev.fermata.tests.conformance.generators;

import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;

/** What a body can do about the exit signal. */
public final class Closing extends Scenarios {
    @Scenario("GEN-12")
    public void closing_runs_finally_blocks_once_and_may_be_repeated() {
        Generator<String, Object, Void> a = resource("a");
        attempt("next", a::next);
        a.close();
        log("a closed");
        a.close();
        log("a closed again");
        attempt("next", a::next);

        Generator<String, Object, Void> b = resource("b");
        b.close();
        log("b closed");
        attempt("next", b::next);

        Generator<String, Object, Void> c = resource("c");
        attempt("next", c::next);
        attempt("next", c::next);
        c.close();
        log("c closed");
    }

    @Suspendable
    private Generator<String, Object, Void> resource(String name) {
        try {
            Generator.yield(name + " open");
            log(name, "passed the yield");
        } finally {
            log(name, "released");
        }
        return null;
    }

    @Scenario("GEN-13")
    public void the_body_may_swallow_the_exit_signal_and_return() {
        closeAfterFirst("swallow", swallow());
        closeAfterFirst("reraise", reraise());
        closeAfterFirst("returns", returns());
    }

    private void closeAfterFirst(String name, Generator<Integer, Object, ?> g) {
        attempt("next", g::next);
        g.close();
        log(name, "closed");
        attempt("next", g::next);
    }

    @Suspendable
    private Generator<Integer, Object, Void> swallow() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit e) {
            log("caught", e);
        }
        log("falling off");
        return null;
    }

    @Suspendable
    private Generator<Integer, Object, Void> reraise() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit e) {
            log("caught", e);
            throw e;
        }
        return null;
    }

    @Suspendable
    @SuppressWarnings("finally") // the point of the scenario
    private static Generator<Integer, Object, String> returns() {
        try {
            Generator.yield(1);
        } finally {
            return Generator.returning("bye");
        }
    }

    @Scenario("GEN-14")
    public void yielding_instead_of_exiting_is_a_runtime_error() {
        Generator<String, Object, Void> g = refusing();
        attempt("next", g::next);
        attempt("close", g::close);
        attempt("next", g::next);
        attempt("close", g::close);
        attempt("next", g::next);
    }

    @Suspendable
    private Generator<String, Object, Void> refusing() {
        try {
            Generator.yield("work");
        } catch (GeneratorExit e) {
            log("refusing");
            Generator.yield("still here");
        }
        log("refused once");
        Generator.yield("second");
        log("not reached");
        return null;
    }

    @Scenario("GEN-17")
    public void handlers_for_application_errors_do_not_see_the_exit_signal() {
        Generator<String, Object, Void> a = recovering();
        attempt("next", a::next);
        attempt("throw", () -> a.raise(new Boom("x")));
        attempt("close", a::close);
        Generator<String, Object, Void> b = recovering();
        attempt("next", b::next);
        attempt("close", b::close);
    }

    @Suspendable
    private Generator<String, Object, Void> recovering() {
        try {
            Generator.yield("ready");
        } catch (Exception e) {
            log("application error", e);
            Generator.yield("recovered");
        } finally {
            log("finally");
        }
        return null;
    }

    @Scenario("GEN-28")
    public void closing_the_end_of_a_pipeline_leaves_its_source_open() {
        Generator<Integer, Object, Void> lent = numbers();
        closeAfterSecond(lent, doubled(lent));
        Generator<Integer, Object, Void> owned = numbers();
        closeAfterSecond(owned, owned(owned));
    }

    private void closeAfterSecond(Generator<Integer, Object, Void> source, Generator<Integer, Object, Void> g) {
        attempt("next", g::next);
        attempt("next", g::next);
        attempt("close", g::close);
        attempt("source next", source::next);
        attempt("source close", source::close);
    }

    @Suspendable
    private Generator<Integer, Object, Void> numbers() {
        int n = 0;
        try {
            while (true) {
                n++;
                Generator.yield(n);
            }
        } finally {
            log("numbers released");
        }
    }

    @Suspendable
    private Generator<Integer, Object, Void> doubled(Generator<Integer, Object, Void> source) {
        try {
            for (int v : source) {
                Generator.yield(2 * v);
            }
        } finally {
            log("doubled released");
        }
        return null;
    }

    @Suspendable
    private Generator<Integer, Object, Void> owned(Generator<Integer, Object, Void> source) {
        try {
            for (int v : source) {
                Generator.yield(2 * v);
            }
        } finally {
            log("owned released");
            source.close();
        }
        return null;
    }
}
