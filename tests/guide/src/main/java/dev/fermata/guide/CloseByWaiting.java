package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** A resource whose closing waits. */
final class CloseByWaiting {
    private CloseByWaiting() {}

    // region program
    static final class Connection implements AsyncCloseable {
        @Override
        @Suspendable
        public Coroutine<Void> closeAsync() {
            await(EventLoop.sleep(Duration.ofMillis(10)));
            System.out.println("closed");
            return null;
        }

        Coroutine<String> ask(String question) {
            return Remote.fetch(question, 5);
        }
    }

    @Suspendable
    static Coroutine<Void> program() {
        try (Connection connection = new Connection()) {
            System.out.println(await(connection.ask("time")));
        } // awaits closeAsync()
        System.out.println("after");
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
