package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** Cancelling a task runs its finally blocks. */
final class CancelAndCleanUp {
    private CancelAndCleanUp() {}

    // region program
    @Suspendable
    static Coroutine<Void> serve() {
        try {
            await(EventLoop.sleep(Duration.ofHours(1)));
        } finally {
            await(EventLoop.sleep(Duration.ofMillis(10))); // cleaning up may wait
            System.out.println("cleaned up");
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() {
        Task<Void> server = EventLoop.current().spawn(serve());
        await(EventLoop.sleep(Duration.ofSeconds(1)));
        server.cancel("closing time");
        try {
            await(server);
        } catch (Cancellation cancelled) {
            System.out.println("cancelled: " + cancelled.reason());
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
