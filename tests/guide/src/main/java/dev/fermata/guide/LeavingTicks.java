package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;

/** A loop over an asynchronous generator that is left early, and closes it. */
final class LeavingTicks {
    private LeavingTicks() {}

    // region ticks
    @Suspendable
    static AsyncGenerator<Integer> ticks() {
        try {
            for (int number = 0; ; number++) {
                await(EventLoop.sleep(Duration.ofMillis(10)));
                AsyncGenerator.yield(number);
            }
        } finally {
            await(EventLoop.sleep(Duration.ZERO));
            System.out.println("closed");
        }
    }

    @Suspendable
    static Coroutine<Void> main() {
        try (AsyncGenerator<Integer> numbers = ticks()) {
            for (int number : numbers) {
                System.out.println("tick " + number);
                if (number == 2) {
                    break;
                }
            }
        }
        System.out.println("after");
        return null;
    }
    // endregion

    public static void main(String[] arguments) {
        EventLoop.run(main());
    }
}
