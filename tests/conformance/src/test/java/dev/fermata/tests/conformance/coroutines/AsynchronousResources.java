package dev.fermata.tests.conformance.coroutines;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.List;
import java.util.Locale;

/** Resources whose acquisition and release are awaited. */
public final class AsynchronousResources extends Scenarios {
    @Scenario(
            value = "PEP492-16",
            mapped = "Java has no async with: enter and exit are awaited before, after, and in the handlers of a try"
                    + " statement")
    public void enter_and_exit_suspend_and_exit_may_suppress_the_error() {
        for (Coroutine<?> c : List.of(normal(), failing(false), failing(true), returning())) {
            for (int i = 0; i < 3; i++) {
                attempt("send", () -> c.send(null));
            }
        }
    }

    @Suspendable
    private Coroutine<Void> normal() {
        Resource resource = new Resource("n", false);
        String r = await(resource.enter());
        try {
            log("body", r);
        } catch (Throwable e) {
            if (!await(resource.exit(e))) {
                throw e;
            }
            return null;
        }
        await(resource.exit(null));
        return null;
    }

    @Suspendable
    private Coroutine<Void> failing(boolean suppress) {
        Resource resource = new Resource("f", suppress);
        await(resource.enter());
        try {
            throw new Boom("b");
        } catch (Throwable e) {
            if (!await(resource.exit(e))) {
                throw e;
            }
        }
        log("after block");
        return null;
    }

    @Suspendable
    private Coroutine<String> returning() {
        Resource resource = new Resource("r", false);
        await(resource.enter());
        try {
            return Coroutine.of("early");
        } finally {
            await(resource.exit(null));
        }
    }

    private final class Resource {
        private final String name;
        private final boolean suppress;

        Resource(String name, boolean suppress) {
            this.name = name;
            this.suppress = suppress;
        }

        @Suspendable
        Coroutine<String> enter() {
            log("enter", name);
            await(pause(name + " entering"));
            return Coroutine.of(name.toUpperCase(Locale.ROOT));
        }

        @Suspendable
        Coroutine<Boolean> exit(Throwable error) {
            log("exit", name, error);
            await(pause(name + " exiting"));
            return Coroutine.of(suppress);
        }
    }

    @Suspendable
    private static Coroutine<Void> pause(String text) {
        suspend(text);
        return null;
    }
}
