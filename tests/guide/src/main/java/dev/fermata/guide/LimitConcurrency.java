package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.sync.Permit;
import dev.fermata.sync.Semaphore;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestLoop;
import java.util.List;

/** At most two downloads at a time. */
final class LimitConcurrency {
    private LimitConcurrency() {}

    // region limit
    @Suspendable
    @SuppressWarnings("try") // the permit is only held
    static Coroutine<String> polite(Semaphore places, String name) {
        try (Permit place = await(places.acquire())) {
            return Coroutine.of(await(Remote.fetch(name, 100)));
        }
    }

    @Suspendable
    static Coroutine<Void> program() {
        Semaphore places = new Semaphore(2);
        long start = EventLoop.current().time();
        List<String> pages =
                await(Tasks.gather(polite(places, "a"), polite(places, "b"), polite(places, "c"), polite(places, "d")));
        System.out.println(pages + " in " + (EventLoop.current().time() - start) / 1_000_000 + " ms");
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
