package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;

/** Stands for a service that takes some time. */
final class Remote {
    private Remote() {}

    // region fetch
    @Suspendable
    static Coroutine<String> fetch(String name, int millis) {
        await(EventLoop.sleep(Duration.ofMillis(millis)));
        return Coroutine.of("<" + name + ">");
    }

    @Suspendable
    static Coroutine<String> fail(String name, int millis) {
        await(EventLoop.sleep(Duration.ofMillis(millis)));
        throw new IllegalStateException(name + " is down");
    }
    // endregion
}
