package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Trial;

/** Resources whose closing is awaited. */
final class AsyncResources {
    private AsyncResources() {}

    private static final class Connection implements AsyncCloseable {
        private final Trial t;
        private final String name;

        Connection(Trial t, String name) {
            this.t = t;
            this.name = name;
            t.log("open", name);
        }

        @Override
        @Suspendable
        public Coroutine<Void> closeAsync() {
            t.log("close", name);
            await(t.at("close " + name, null));
            t.log("closed", name);
            return null;
        }

        /** Called by the blocking reading alone, in which to call is to await. */
        @Override
        @SuppressDiagnostics("FERMATA-020")
        public void close() {
            closeAsync();
        }
    }

    private static final class Plain implements AutoCloseable {
        private final Trial t;

        Plain(Trial t) {
            this.t = t;
        }

        @Override
        public void close() {
            t.log("close plain");
        }
    }

    @Suspendable
    static Coroutine<Object> one(Trial t) {
        try (Connection a = new Connection(t, "a")) {
            t.log("in", a.name, await(t.at("x", 1)));
        }
        return Coroutine.of("end");
    }

    @Suspendable
    static Coroutine<Object> several(Trial t) {
        long wide = t.see("wide", 1L);
        double wider = t.see("wider", 2.0);
        try (Connection a = new Connection(t, await(t.at("a", "a")));
                Plain b = new Plain(t);
                Connection c = new Connection(t, "c")) {
            return Coroutine.of(a.name + c.name + wide + wider + await(t.at("x", 1)));
        }
    }

    @Suspendable
    static Coroutine<Object> fails(Trial t) {
        try (Connection a = new Connection(t, "a");
                Connection b = new Connection(t, "b")) {
            throw new IllegalStateException("body of " + a.name + b.name);
        } catch (IllegalStateException e) {
            t.log("caught", e);
            for (Throwable suppressed : e.getSuppressed()) {
                t.log("suppressed", suppressed);
            }
        }
        return null;
    }

    @Suspendable
    static Coroutine<Object> inLoop(Trial t) {
        int n = 0;
        for (int i = 0; i < 3; i++) {
            try (Connection a = new Connection(t, "a" + i)) {
                if (i == 0) {
                    continue;
                }
                if (await(t.at("x", i)) == 2) {
                    break;
                }
                n += i;
            } finally {
                t.log("finally", n);
            }
        }
        return Coroutine.of(n);
    }

    @Suspendable
    static Coroutine<Object> nothing(Trial t) {
        try (Connection a = null) {
            t.log("in", await(t.at("x", 1)));
        }
        return null;
    }

    @Suspendable
    private static <C extends AutoCloseable> Coroutine<Object> generic(Trial t, C resource) throws Exception {
        try (C a = resource;
                AutoCloseable b = new Connection(t, "b")) {
            return Coroutine.of(await(t.at("x", 1)));
        }
    }

    @Suspendable
    static Coroutine<Object> ofAnyType(Trial t) throws Exception {
        return generic(t, new Connection(t, "a"));
    }

    @Suspendable
    static Coroutine<Object> ofAnyTypeAtOnce(Trial t) throws Exception {
        return generic(t, new Plain(t));
    }

    @Suspendable
    static Coroutine<Object> byHand(Trial t) {
        AsyncCloseable a = new Connection(t, "a");
        String text = t.see("below", "below ");
        a.close(); // assertDelegates(1) assertSpills(t, text)
        return Coroutine.of(text + await(t.at("x", 1)));
    }
}
