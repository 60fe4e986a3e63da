package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import java.time.Duration;
import java.util.List;

/** Two coroutines at once, and the values of both. */
final class FetchBoth {
    private FetchBoth() {}

    // region both
    @Suspendable
    static Coroutine<String> fetch(String name, int millis) {
        await(EventLoop.sleep(Duration.ofMillis(millis)));
        System.out.println("fetched " + name);
        return Coroutine.of(name.toUpperCase());
    }

    @Suspendable
    static Coroutine<Void> main() {
        List<String> both = await(Tasks.gather(fetch("a", 200), fetch("b", 20)));
        System.out.println(both.get(0) + " " + both.get(1));
        return null;
    }

    public static void main(String[] arguments) {
        EventLoop.run(main());
    }
    // endregion
}
