package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.TimedOutException;
import dev.fermata.tasks.Timeout;
import java.time.Duration;

/** A body that runs out of time cleans up before anybody else hears of it. */
final class TooSlow {
    private TooSlow() {}

    // region slow
    @Suspendable
    static Coroutine<Void> careful() {
        try {
            await(EventLoop.sleep(Duration.ofHours(1)));
        } catch (Exception e) {
            System.out.println("never printed"); // a Cancellation is an Error
        } finally {
            await(EventLoop.sleep(Duration.ofMillis(10)));
            System.out.println("cleaned up");
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> main() {
        try {
            await(Timeout.after(Duration.ofMillis(50), limit -> careful()));
        } catch (TimedOutException e) {
            System.out.println("too slow");
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) {
        EventLoop.run(main());
    }
}
