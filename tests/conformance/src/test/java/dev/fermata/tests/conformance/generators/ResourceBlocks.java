package dev.fermata.tests.conformance.generators;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Oops;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.function.Consumer;

/** Generators as resources: the code before the yield acquires, the code after it releases. */
public final class ResourceBlocks extends Scenarios {
    @Scenario("GEN-34")
    public void an_error_of_the_block_is_raised_at_the_yield() {
        attempt("plain good", () -> runBlock(plain(), this::good));
        attempt("plain bad", () -> runBlock(plain(), this::bad));
        attempt("handling", () -> runBlock(handling(), this::bad));
        try {
            runBlock(converting(), this::bad);
        } catch (Oops e) {
            log("converting !!", e, "cause", e.getCause());
        }
        attempt("twice", () -> runBlock(twice(), this::good));
    }

    private void runBlock(Generator<String, Object, Void> g, Consumer<String> block) {
        String resource = g.next();
        try {
            block.accept(resource);
        } catch (Exception e) {
            try {
                g.raise(e);
            } catch (StopIteration stop) {
                log("suppressed", e);
                return;
            }
            log("did not stop after error");
            throw e;
        }
        try {
            g.next();
        } catch (StopIteration e) {
            log("block ended");
            return;
        }
        log("did not stop");
    }

    @Suspendable
    private Generator<String, Object, Void> plain() {
        log("acquire");
        try {
            Generator.yield("res");
        } finally {
            log("release");
        }
        return null;
    }

    @Suspendable
    private Generator<String, Object, Void> handling() {
        try {
            Generator.yield("res");
        } catch (Boom e) {
            log("handling", e);
        }
        return null;
    }

    @Suspendable
    private static Generator<String, Object, Void> converting() {
        try {
            Generator.yield("res");
        } catch (Boom e) {
            throw (Oops) new Oops("converted").initCause(e);
        }
        return null;
    }

    @Suspendable
    private static Generator<String, Object, Void> twice() {
        Generator.yield("res");
        Generator.yield("again");
        return null;
    }

    private void good(String resource) {
        log("using", resource);
    }

    private void bad(String resource) {
        throw new Boom("body");
    }
}
