package dev.fermata.tests.conformance.coroutines;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Delegate;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.TypeMismatchException;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import dev.fermata.tests.conformance.Trace;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What can be awaited, what cannot, and how generators and coroutines mix. */
public final class Awaitables extends Scenarios {
    @Scenario("PEP492-04")
    public void an_awaitable_gives_the_delegate_to_wait_for() {
        Coroutine<String> coro = awaitingObjects();
        for (Integer value : Arrays.asList(null, 1, 2, null, null)) {
            attempt("send " + Trace.show(value), () -> coro.send(value));
        }
    }

    @Suspendable
    private Coroutine<String> awaitingObjects() {
        log("exchange", await(new Exchange("p", "q")));
        log("ready", await(new Ready<>(7)));
        log("plain", await(new Plain()));
        return Coroutine.of("end");
    }

    private final class Exchange implements Awaitable<String> {
        private final String a;
        private final String b;

        Exchange(String a, String b) {
            this.a = a;
            this.b = b;
        }

        @Override
        @Suspendable
        public Generator<String, Integer, String> awaiter() {
            log("exchange got", Generator.yield(a));
            log("exchange got", Generator.yield(b));
            return Generator.returning(a + b);
        }
    }

    /** Its own delegate: an iterator that stops at once, with the value. */
    private record Ready<T>(T value) implements Awaitable<T>, Iterator<Object> {
        @Override
        @SuppressWarnings("unchecked") // the value comes with the stop
        public Delegate<?, ?, T> awaiter() {
            return (Delegate<?, ?, T>) (Delegate<?, ?, ?>) Delegate.of(this);
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Object next() {
            throw new StopIteration(value);
        }
    }

    private static final class Plain implements Awaitable<Void> {
        @Override
        public Delegate<?, ?, Void> awaiter() {
            return Delegate.of(List.of(8, 9).iterator());
        }
    }

    @Scenario(
            value = "PEP492-05",
            mapped = "javac refuses to await an object that is not Awaitable, so a cast stands in front of the await"
                    + " and fails in its place; null is refused by the await")
    public void awaiting_something_else_is_a_type_error() {
        for (Object value : Arrays.asList(5, List.of(1), null, plainGenerator())) {
            Coroutine<String> coro = awaitingAnything(value);
            attempt("send", () -> coro.send(null));
        }
    }

    @Suspendable
    private Coroutine<String> awaitingAnything(Object value) {
        try {
            await((Awaitable<?>) value);
        } catch (ClassCastException | TypeMismatchException e) {
            log("refused", e);
        }
        return Coroutine.of("survived");
    }

    @Suspendable
    private static Generator<Integer, Object, Void> plainGenerator() {
        Generator.yield(1);
        return null;
    }

    @Scenario(
            value = "PEP492-26",
            mapped = "a coroutine takes requests to its driver by suspend, so one method can suspend and await, and"
                    + " needs no form of its own; yieldFrom(coroutine) needs casts to pass javac")
    public void coroutines_that_suspend_await_others_and_plain_generators_must_not() {
        Coroutine<Integer> c = bridgingTwice();
        while (true) {
            try {
                log("request", c.send(null));
            } catch (StopIteration e) {
                log(e);
                break;
            }
        }
        log(listOf(delegatingToCoroutine()));
    }

    @Suspendable
    private static Coroutine<Void> pause(String text) {
        suspend(text);
        return null;
    }

    @Suspendable
    private static Coroutine<Integer> twice(int n) {
        await(pause("native " + n));
        return Coroutine.of(n * 2);
    }

    @Suspendable
    private static Coroutine<Integer> bridge(int n) {
        suspend("bridge " + n);
        int result = await(twice(n));
        return Coroutine.of(result + 1);
    }

    @Suspendable
    private static Coroutine<Integer> bridgingTwice() {
        return Coroutine.of(Coroutine.<Integer>await(bridge(1)) + Coroutine.<Integer>await(bridge(2)));
    }

    @Suspendable
    private Generator<String, Object, Void> delegatingToCoroutine() {
        Coroutine<Integer> c = twice(3);
        try {
            Generator.yieldFrom((Delegate<?, ?, ?>) (Object) c);
        } catch (TypeMismatchException e) {
            log("refused", e);
        }
        c.close();
        Generator.yield("plain goes on");
        return null;
    }
}
