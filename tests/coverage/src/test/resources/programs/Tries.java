package demo;

import static RUNTIME.Coroutine.await;

import RUNTIME.Coroutine;
import RUNTIME.Suspendable;

/** Exceptions that are thrown, caught, passed on and never thrown. */
final class Tries {
    private Tries() {}

    @Suspendable
    static Coroutine<String> caught(int n) {
        String result = "";
        try {
            result += await(Drive.later("a"));
            if (n == 1) {
                throw new IllegalStateException();
            }
            result += await(Drive.now("b"));
        } catch (IllegalStateException e) {
            result += await(Drive.later("c"));
        } catch (RuntimeException e) {
            result += await(Drive.later("never"));
        } finally {
            result += await(Drive.later("d"));
        }
        return Coroutine.of(result);
    }

    @Suspendable
    static Coroutine<String> plainFinally(int n) {
        try {
            if (await(Drive.later(n)) > 1) {
                return Coroutine.of("early");
            }
            await(Drive.later("late"));
        } finally {
            note(n);
        }
        return Coroutine.of("late");
    }

    @Suspendable
    static Coroutine<String> failing(int n) {
        try {
            if (n == 1) {
                await(Drive.failingNow());
            }
            await(Drive.failingLater());
            return Coroutine.of("never");
        } catch (IllegalStateException e) {
            return Coroutine.of(await(Drive.later("caught")));
        }
    }

    @Suspendable
    static Coroutine<String> passedOn() {
        await(failingInside());
        return Coroutine.of("never");
    }

    @Suspendable
    private static Coroutine<String> failingInside() {
        await(Drive.later(1));
        throw new IllegalArgumentException();
    }

    @Suspendable
    static Coroutine<String> synchronizedInside(int n) {
        await(Drive.later(1));
        synchronized (Tries.class) {
            note(n);
        }
        return null;
    }

    private static void note(int n) {
        if (n == 50) {
            throw new IllegalStateException("never");
        }
    }
}
