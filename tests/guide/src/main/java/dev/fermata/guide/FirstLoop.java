package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.time.Duration;

/** Two tasks on one thread. */
final class FirstLoop {
    private FirstLoop() {}

    // region first
    @Suspendable
    static Coroutine<String> greet(String name, int millis) {
        await(EventLoop.sleep(Duration.ofMillis(millis)));
        System.out.println("hello " + name);
        return Coroutine.of(name.toUpperCase());
    }

    @Suspendable
    static Coroutine<Void> main() {
        Task<String> slow = EventLoop.current().spawn(greet("slow", 500));
        Task<String> fast = EventLoop.current().spawn(greet("fast", 10));
        System.out.println(await(slow) + " " + await(fast));
        return null;
    }

    public static void main(String[] arguments) {
        EventLoop.run(main());
    }
    // endregion
}
