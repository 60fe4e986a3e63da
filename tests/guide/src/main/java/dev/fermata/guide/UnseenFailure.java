package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** A failure that nobody awaits. */
final class UnseenFailure {
    private UnseenFailure() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        EventLoop loop = EventLoop.current();
        loop.setExceptionHandler(
                failure -> System.out.println("unseen: " + failure.error().getMessage()));
        loop.spawn(Remote.fail("printer", 10)); // nobody keeps or awaits the task
        await(EventLoop.sleep(Duration.ofMillis(30)));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
