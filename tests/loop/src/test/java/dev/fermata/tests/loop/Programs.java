package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.List;

/** Small coroutines that several tests run. */
final class Programs {
    static final Duration SECOND = Duration.ofSeconds(1);

    private Programs() {}

    /** Lets everybody else have a turn. */
    static Coroutine<Void> turn() {
        return EventLoop.sleep(Duration.ZERO);
    }

    @Suspendable
    static Coroutine<Void> turns(int count) {
        for (int i = 0; i < count; i++) {
            await(turn());
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> note(List<String> trace, String what) {
        trace.add(what);
        return null;
    }

    @Suspendable
    static <T> Coroutine<T> waitFor(Awaitable<T> what) {
        return Coroutine.of(await(what));
    }

    /** Notes the reason if it is cancelled while it waits, and goes on being cancelled. */
    @Suspendable
    static <T> Coroutine<T> noting(List<String> trace, Awaitable<T> what) {
        try {
            T value = await(what);
            trace.add("got " + value);
            return Coroutine.of(value);
        } catch (Cancellation cancelled) {
            trace.add("cancelled: " + cancelled.reason());
            throw cancelled;
        }
    }

    @Suspendable
    static <T> Coroutine<T> failing(Throwable failure) {
        await(turn());
        throw Programs.<RuntimeException>sneak(failure);
    }

    /** The exception or cancellation that awaiting something throws, or null. */
    @Suspendable
    static Coroutine<Throwable> failureOf(Awaitable<?> what) {
        try {
            await(what);
            return Coroutine.of(null);
        } catch (Cancellation | Exception failure) {
            return Coroutine.of(failure);
        }
    }

    @SuppressWarnings("unchecked") // erased, so nothing is cast
    private static <X extends Throwable> X sneak(Throwable failure) throws X {
        throw (X) failure;
    }
}
