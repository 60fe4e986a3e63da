package demo;

import static RUNTIME.Coroutine.await;

import RUNTIME.Coroutine;
import RUNTIME.Suspendable;

/** One thing after the other. */
final class Straight {
    private Straight() {}

    @Suspendable
    static Coroutine<Integer> sum(int a, int b) {
        int x = await(Drive.now(a));
        int y = await(Drive.later(b));
        int z = x + await(Drive.now(1)) * await(Drive.later(y));
        String text = String.valueOf(await(Drive.later("text")))
                .concat(await(Drive.later("more")));
        return Coroutine.of(x + y + z + text.length());
    }

    @Suspendable
    static Coroutine<Integer> onOneLine(int a) { return Coroutine.of(await(Drive.later(a)) + 1); }

    @Suspendable
    static Coroutine<Void> nothing() {
        return null;
    }

    @Suspendable
    static Coroutine<Integer> neverCalled(int a) {
        int x = await(Drive.later(a));
        return Coroutine.of(a > 0 ? x : -x);
    }

    @Suspendable
    static Coroutine<Integer> neverStarted(int a) {
        await(Drive.later(a));
        return null;
    }

    static int plain(int n) {
        return n > 0 ? n : -n;
    }
}
