package dev.fermata.tests.inspection.programs;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** One task that sleeps. */
public final class Napper {
    private Napper() {}

    /** Runs for ever, and tells when the task sleeps. */
    public static void run(CountDownLatch asleep) {
        EventLoop.run(program(asleep));
    }

    @Suspendable
    static Coroutine<Void> program(CountDownLatch asleep) {
        EventLoop.current().callSoon(asleep::countDown);
        await(EventLoop.sleep(Duration.ofHours(1)));
        return null;
    }
}
