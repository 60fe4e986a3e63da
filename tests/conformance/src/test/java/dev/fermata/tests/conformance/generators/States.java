package dev.fermata.tests.conformance.generators;

import dev.fermata.AlreadyExecutingException;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;

/** A generator seen from inside, while it runs. */
public final class States extends Scenarios {
    private Generator<?, Object, Void> me;

    @Scenario("GEN-18")
    public void a_generator_cannot_resume_itself() {
        me = naive();
        attempt("next", me::next);
        attempt("next", me::next);
        me = careful();
        attempt("next", me::next);
        attempt("next", me::next);
    }

    @Suspendable
    private Generator<Object, Object, Void> naive() {
        log("inside naive");
        Generator.yield(me.next());
        return null;
    }

    @Suspendable
    private Generator<String, Object, Void> careful() {
        try {
            me.next();
        } catch (AlreadyExecutingException e) {
            log("refused", e);
        }
        Generator.yield("survived");
        return null;
    }

    @Scenario("GEN-32")
    public void a_generator_is_created_running_suspended_or_closed() {
        me = reporting();
        log("new", me.state());
        attempt("next", me::next);
        log("after next", me.state());
        attempt("next", me::next);
        log("after end", me.state());

        me = reporting();
        me.close();
        log("closed early", me.state());
        me = reporting();
        me.next();
        me.close();
        log("closed", me.state());
        me = reporting();
        me.next();
        attempt("throw", () -> me.raise(new Boom("x")));
        log("failed", me.state());
    }

    @Suspendable
    private Generator<Integer, Object, Void> reporting() {
        log("inside", me.state());
        Generator.yield(1);
        log("inside", me.state());
        return null;
    }
}
