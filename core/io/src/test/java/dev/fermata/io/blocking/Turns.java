package dev.fermata.io.blocking;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Lets others go on. */
public final class Turns {
    private Turns() {}

    /** Some turns, in which tasks get to where they wait. */
    @Suspendable
    public static Coroutine<Void> some() {
        for (int i = 0; i < 10; i++) {
            await(EventLoop.sleep(Duration.ZERO));
        }
        return null;
    }

    /** As many turns as something needs that other threads do; the test's time limit is the limit. */
    @Suspendable
    public static Coroutine<Void> until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            await(EventLoop.sleep(Duration.ofMillis(1)));
        }
        return null;
    }
}
