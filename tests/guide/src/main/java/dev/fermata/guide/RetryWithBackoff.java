package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;
import java.util.function.Supplier;

/** Tries again, later each time. */
final class RetryWithBackoff {
    private RetryWithBackoff() {}

    // region program
    @Suspendable
    static <T> Coroutine<T> retry(int attempts, Duration pause, Supplier<Coroutine<T>> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Coroutine.of(await(action.get())); // a fresh coroutine each time
            } catch (RuntimeException failure) { // a Cancellation is none, and goes through
                if (attempt == attempts) {
                    throw failure;
                }
                System.out.println(failure.getMessage() + ", again in " + pause.toMillis() + " ms");
            }
            await(EventLoop.sleep(pause));
            pause = pause.multipliedBy(2);
        }
    }

    @Suspendable
    static Coroutine<Void> program() {
        int[] calls = {0};
        String page = await(retry(
                5, Duration.ofMillis(100), () -> ++calls[0] < 3 ? Remote.fail("page", 1) : Remote.fetch("page", 1)));
        System.out.println(page);
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
