package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.TimedOutException;
import dev.fermata.tasks.Timeout;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** A limit for one thing, and for a block. */
final class TimeOut {
    private TimeOut() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        try {
            await(Tasks.within(Duration.ofMillis(50), Remote.fetch("slow", 1000)));
        } catch (TimedOutException late) {
            System.out.println("one call: too late");
        }
        try {
            await(Timeout.after(Duration.ofMillis(50), timeout -> {
                System.out.println(await(Remote.fetch("first", 30)));
                System.out.println(await(Remote.fetch("second", 30)));
                return null;
            }));
        } catch (TimedOutException late) {
            System.out.println("the block: too late");
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
