package demo;

import static RUNTIME.Coroutine.await;

import RUNTIME.AsyncCloseable;
import RUNTIME.Coroutine;
import RUNTIME.Suspendable;

/** Resources that close at once, and resources whose closing is awaited. */
final class Resources {
    private Resources() {}

    private static final class Connection implements AsyncCloseable {
        @Override
        @Suspendable
        public Coroutine<Void> closeAsync() {
            await(Drive.later("closing"));
            return null;
        }
    }

    private static final class Plain implements AutoCloseable {
        @Override
        public void close() {}
    }

    @Suspendable
    static Coroutine<Integer> plain(int n) {
        try (Plain a = new Plain(); Plain b = new Plain()) {
            int x = await(Drive.later(n));
            if (x > 1) {
                return Coroutine.of(x);
            }
        }
        return null;
    }

    @Suspendable
    static Coroutine<Integer> awaited(int n) {
        try (Connection a = new Connection()) {
            int x = await(Drive.later(n));
            if (x > 1) {
                return Coroutine.of(x);
            }
        }
        return null;
    }

    @Suspendable
    static Coroutine<Integer> failing() {
        try (Connection a = new Connection()) {
            await(Drive.failingLater());
        } catch (IllegalStateException e) {
            return Coroutine.of(await(Drive.later(1)));
        }
        return null;
    }
}
