package dev.fermata.tests.conformance.delegation;

import dev.fermata.AlreadyExecutingException;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.List;

/** Delegates that somebody else uses as well, has used up, or that are running. */
public final class SharedDelegates extends Scenarios {
    private Generator<?, Object, Void> me;
    private Generator<Integer, Object, Void> it;

    @Scenario("PEP380-22")
    public void two_generators_share_the_values_of_one_inner_generator() {
        Generator<Integer, Object, String> inner = upToFour();
        Generator<Object, Object, Void> a = named("a", inner);
        Generator<Object, Object, Void> b = named("b", inner);
        for (int i = 0; i < 4; i++) {
            attempt("a", a::next);
            attempt("b", b::next);
        }
    }

    @Suspendable
    private static Generator<Integer, Object, String> upToFour() {
        for (int i = 1; i <= 4; i++) {
            Generator.yield(i);
        }
        return Generator.returning("done");
    }

    @Suspendable
    private Generator<Object, Object, Void> named(String name, Generator<Integer, Object, String> inner) {
        String result = Generator.yieldFrom(inner);
        log(name, "result", result);
        Generator.yield(name + " extra");
        return null;
    }

    @Scenario("PEP380-23")
    public void delegating_to_a_finished_generator_gives_no_result() {
        Generator<Integer, Object, String> exhausted = single();
        attempt("inner", exhausted::next);
        attempt("inner", exhausted::next);
        Generator<Integer, Object, String> closed = single();
        closed.close();
        Generator<Integer, Object, String> failed = single();
        attempt("inner", failed::next);
        attempt("inner", () -> failed.raise(new Boom("x")));
        for (Generator<Integer, Object, String> inner : List.of(exhausted, closed, failed, single())) {
            Generator<Object, Object, Void> g = afterwards(inner);
            for (int i = 0; i < 3; i++) {
                attempt("next", g::next);
            }
        }
    }

    @Suspendable
    private static Generator<Integer, Object, String> single() {
        Generator.yield(1);
        return Generator.returning("value");
    }

    @Suspendable
    private Generator<Object, Object, Void> afterwards(Generator<Integer, Object, String> inner) {
        String result = Generator.yieldFrom(inner);
        log("result", result);
        Generator.yield("after");
        return null;
    }

    @Scenario("PEP380-25")
    public void delegating_to_oneself_is_refused_directly_and_through_another_generator() {
        me = toItself();
        for (int i = 0; i < 3; i++) {
            attempt("next", me::next);
        }
        me = ping();
        for (int i = 0; i < 4; i++) {
            attempt("next", me::next);
        }
    }

    @Suspendable
    private Generator<Integer, Object, Void> toItself() {
        Generator.yield(1);
        try {
            Generator.yieldFrom(me);
        } catch (AlreadyExecutingException e) {
            log("refused", e);
        }
        Generator.yield(2);
        return null;
    }

    @Suspendable
    private Generator<String, Object, Void> ping() {
        Generator.yield("ping");
        Generator.yieldFrom(pong());
        log("not reached");
        return null;
    }

    @Suspendable
    private Generator<String, Object, Void> pong() {
        Generator.yield("pong");
        Generator.yieldFrom(me);
        log("not reached");
        return null;
    }

    @Scenario("PEP380-26")
    public void stepping_the_inner_generator_directly_does_not_disturb_the_delegation() {
        Generator<Integer, Object, String> inner = upToFive();
        Generator<Object, Object, Void> g = yieldingTheResult(inner);
        attempt("outer", g::next);
        attempt("inner", inner::next);
        attempt("outer", g::next);
        attempt("inner send", () -> inner.send("direct"));
        attempt("outer", g::next);
        attempt("outer", g::next);
        attempt("outer", g::next);
    }

    @Suspendable
    private Generator<Integer, Object, String> upToFive() {
        for (int i = 1; i <= 5; i++) {
            Object got = Generator.yield(i);
            if (got != null) {
                log("inner got", got);
            }
        }
        return Generator.returning("r");
    }

    @Suspendable
    private static Generator<Object, Object, Void> yieldingTheResult(Generator<Integer, Object, String> inner) {
        String result = Generator.yieldFrom(inner);
        Generator.yield(result);
        return null;
    }

    @Scenario("PEP380-35")
    public void the_delegate_is_visible_while_the_generator_is_suspended_in_it() {
        it = reporting();
        me = delegatingToIt();
        report("new");
        for (int i = 0; i < 4; i++) {
            attempt("next", me::next);
            report("after");
        }
    }

    private void report(String label) {
        Object delegate = me.delegate();
        log(label, "delegate", delegate == null ? "none" : delegate == it ? "inner" : "other");
    }

    @Suspendable
    private Generator<Integer, Object, Void> reporting() {
        report("running");
        Generator.yield(1);
        return null;
    }

    @Suspendable
    private Generator<Object, Object, Void> delegatingToIt() {
        Generator.yield("a");
        Generator.yieldFrom(it);
        Generator.yield("b");
        return null;
    }
}
