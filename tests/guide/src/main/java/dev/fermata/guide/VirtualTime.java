package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** A day in no time. */
final class VirtualTime {
    private VirtualTime() {}

    // region program
    static void waits_a_day() {
        TestLoop.once(loop -> {
            await(EventLoop.sleep(Duration.ofDays(1)));
            System.out.println("slept " + loop.elapsed().toHours() + " hours");
            return null;
        });
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        waits_a_day();
    }
}
