package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.testkit.TestLoop;
import java.util.concurrent.Flow;

/** A Flow.Publisher, and a loop over one. */
final class PublishAStream {
    private PublishAStream() {}

    // region program
    @Suspendable
    static Flow.Publisher<String> published() {
        AsyncGenerator.yield(await(Remote.fetch("one", 10)));
        AsyncGenerator.yield(await(Remote.fetch("two", 10)));
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() {
        try (AsyncGenerator<String> items = AsyncGenerator.from(published())) {
            for (String item : items) { // asks the publisher for one at a time
                System.out.println(item);
            }
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
