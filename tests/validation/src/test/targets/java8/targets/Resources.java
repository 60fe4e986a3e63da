package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;
import java.io.Closeable;
import java.io.IOException;

/** Markers in try-with-resources. */
final class Resources {
    private Resources() {}

    private static final class Resource implements Closeable {
        private final Trial t;
        private final String name;
        private final boolean failing;

        Resource(Trial t, String name, boolean failing) {
            this.t = t;
            this.name = name;
            this.failing = failing;
            t.log("open", name);
        }

        @Override
        public void close() throws IOException {
            t.log("close", name);
            if (failing) {
                throw new IOException("close " + name);
            }
        }
    }

    @Suspendable
    static Coroutine<Object> one(Trial t) throws IOException {
        try (Resource a = new Resource(t, "a", false)) {
            t.log("in", a.name, await(t.at("x", 1)));
        }
        return Coroutine.of("end");
    }

    @Suspendable
    @Hazard("C8")
    static Coroutine<Object> opensByAwaiting(Trial t) throws IOException {
        try (Resource a = new Resource( // assertMovesNew(Resource)
                        t,
                        await(t.at("a", "a")), // assertSpillsOnStack(null, null, Trial)
                        false);
                Resource b = await(t.at("b", new Resource(t, "b", false)))) { // assertSpills(t, a)
            return Coroutine.of(a.name + b.name + await(t.at("x", 1))); // assertSuspends(2) assertEnds(1)
        }
    }

    @Suspendable
    @Hazard("C8")
    static Coroutine<Object> closeFails(Trial t) {
        try (Resource a = new Resource(t, "a", true);
                Resource b = new Resource(t, "b", true)) {
            await(t.at("x", null)); // assertSpills(t, a, b)
            t.log("in", a.name, b.name);
        } catch (IOException e) {
            t.log("caught", e);
            await(t.at("y", null)); // assertSpillsNothing()
        }
        return Coroutine.of("end");
    }

    @Suspendable
    @Hazard("C8")
    static Coroutine<Object> failureSuppressesFailureOfClose(Trial t) throws IOException {
        try (Resource a = new Resource(t, "a", true);
                Resource b = new Resource(t, "b", true)) {
            await(t.at("x", null)); // assertSpills(t, a, b)
            throw new IllegalStateException(a.name + b.name);
        } finally {
            await(t.at("y", null));
        }
    }

    @Suspendable
    @Hazard({"B5", "C8"})
    static Coroutine<Object> nullResource(Trial t) throws IOException {
        try (Resource a = null;
                Resource b = await(t.at("b", null))) { // assertMakesNull(a)
            t.log("in", a, b, await(t.at("x", 1))); // assertMakesNull(a)
        }
        return Coroutine.of("end");
    }

    @Suspendable
    static Coroutine<Object> inLoop(Trial t) throws IOException {
        for (int i = 0; i < 3; i++) {
            try (Resource a = new Resource(t, "a" + i, i == 2)) {
                if (await(t.at("skip", i == 0))) {
                    continue;
                }
                t.log("in", a.name);
            } catch (IOException e) {
                t.log("caught", e, await(t.at("x", i)));
            } finally {
                await(t.at("finally", null)); // assertSuspends(4)
            }
        }
        return Coroutine.of("end");
    }

    @Suspendable
    static Coroutine<Object> nested(Trial t) throws IOException {
        try (Resource a = new Resource(t, "a", false)) {
            try (Resource b = new Resource(t, await(t.at("b", "b")) + a.name, false)) {
                return Coroutine.of(await(t.at("x", b.name))); // assertSuspends(2) assertEnds(1)
            } catch (Trial.Failure e) {
                return Coroutine.of(await(t.at("y", a.name))); // assertSuspends(2) assertEnds(1)
            }
        }
    }
}
