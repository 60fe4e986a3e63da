package dev.fermata.tests.conformance.coroutines;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import dev.fermata.tests.conformance.Trace;
import java.util.Arrays;
import java.util.List;

/** Coroutines that await coroutines. */
public final class AwaitChains extends Scenarios {
    @Scenario("PEP492-01")
    public void a_chain_that_never_suspends_ends_in_its_first_step() {
        Coroutine<Integer> coro = outermost();
        log("created");
        attempt("send", () -> coro.send(null));
    }

    @Suspendable
    private Coroutine<Integer> innermost() {
        log("c");
        return Coroutine.of(3);
    }

    @Suspendable
    private Coroutine<Integer> between() {
        log("b in");
        int v = await(innermost());
        log("b out");
        return Coroutine.of(v * 10);
    }

    @Suspendable
    private Coroutine<Integer> outermost() {
        log("a in");
        int v = Coroutine.<Integer>await(between()) + Coroutine.<Integer>await(between());
        log("a out");
        return Coroutine.of(v);
    }

    @Scenario("PEP492-02")
    public void requests_go_through_every_level_to_the_driver_and_answers_to_the_bottom() {
        Coroutine<List<String>> coro = passingOn();
        for (String value : Arrays.asList(null, "one", "two", "three")) {
            attempt("send " + Trace.show(value), () -> coro.send(value));
        }
    }

    @Suspendable
    private static <T> Coroutine<T> ask(String question) {
        return Coroutine.of(suspend(question));
    }

    @Suspendable
    private static Coroutine<String> asking(int n) {
        return Coroutine.of(await(ask("c" + n)) + "!");
    }

    @Suspendable
    private static Coroutine<List<String>> askingThrice() {
        return Coroutine.of(List.of(await(asking(1)), await(ask("b")), await(asking(2))));
    }

    @Suspendable
    private static Coroutine<List<String>> passingOn() {
        return Coroutine.of(await(askingThrice()));
    }

    @Scenario("PEP492-27")
    public void depth_and_length_of_a_chain_do_not_trouble_the_stack() {
        Coroutine<Integer> answered = deep(500);
        attempt("send", () -> answered.send(null));
        attempt("send", () -> answered.send(1000));
        Coroutine<Integer> many = many();
        attempt("send", () -> many.send(null));
        Coroutine<Integer> failed = deep(500);
        attempt("send", () -> failed.send(null));
        attempt("throw", () -> failed.raise(new Boom("x")));
    }

    @Suspendable
    private static Coroutine<Integer> deep(int n) {
        if (n == 0) {
            return Coroutine.of(await(ask("bottom")));
        }
        return Coroutine.of(await(deep(n - 1)) + 1);
    }

    @Suspendable
    private static Coroutine<Integer> quick(int i) {
        return Coroutine.of(i);
    }

    @Suspendable
    private static Coroutine<Integer> many() {
        int total = 0;
        for (int i = 1; i <= 20000; i++) {
            total += await(quick(i));
        }
        return Coroutine.of(total);
    }
}
