package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.testkit.TestLoop;

/** An asynchronous generator and its loop. */
final class StreamResults {
    private StreamResults() {}

    // region program
    @Suspendable
    static AsyncGenerator<String> pages(int count) {
        for (int i = 1; i <= count; i++) {
            AsyncGenerator.yield(await(Remote.fetch("page " + i, 10)));
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() {
        for (String page : pages(3)) { // waits for each
            System.out.println(page);
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
