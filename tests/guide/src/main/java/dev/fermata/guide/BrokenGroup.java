package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.ExceptionGroup;
import dev.fermata.tasks.TaskGroup;
import java.time.Duration;

/** The first failure in a group cancels the other tasks. */
final class BrokenGroup {
    private BrokenGroup() {}

    // region group
    @Suspendable
    static Coroutine<Void> work(String name, int millis, boolean works) {
        try {
            await(EventLoop.sleep(Duration.ofMillis(millis)));
        } catch (Cancellation stopped) {
            System.out.println(name + " cancelled");
            throw stopped;
        }
        if (!works) {
            throw new IllegalArgumentException(name);
        }
        System.out.println(name + " done");
        return null;
    }

    @Suspendable
    static Coroutine<Void> main() {
        try {
            await(TaskGroup.run(group -> {
                group.fork(work("quick", 10, true));
                group.fork(work("broken", 200, false));
                group.fork(work("slow", 1000, true));
                return null;
            }));
        } catch (ExceptionGroup failures) {
            ExceptionGroup.Split split = failures.split(IllegalArgumentException.class::isInstance);
            if (split.matching() != null) {
                split.matching().exceptions().forEach(failure -> System.out.println("failed: " + failure.getMessage()));
            }
            if (split.rest() != null) {
                throw split.rest();
            }
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) {
        EventLoop.run(main());
    }
}
