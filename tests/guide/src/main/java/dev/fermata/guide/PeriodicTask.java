package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;
import java.util.List;

/** A task that does something again and again. */
final class PeriodicTask {
    private PeriodicTask() {}

    // region program
    @Suspendable
    static Coroutine<Void> every(Duration period, Runnable action) {
        EventLoop loop = EventLoop.current();
        long next = loop.time();
        while (true) {
            action.run();
            next += period.toNanos(); // counted from the plan, so that it does not drift
            await(EventLoop.sleep(Duration.ofNanos(next - loop.time())));
        }
    }

    @Suspendable
    static Coroutine<Void> program() {
        Task<Void> beat = EventLoop.current().spawn(every(Duration.ofSeconds(10), () -> System.out.println("beat")));
        await(EventLoop.sleep(Duration.ofSeconds(25)));
        beat.cancel();
        await(Tasks.wait(List.of(beat), Until.ALL_DONE));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
