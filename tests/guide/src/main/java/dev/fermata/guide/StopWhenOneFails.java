package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tasks.ExceptionGroup;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.testkit.TestLoop;

/** The first failure stops the rest. */
final class StopWhenOneFails {
    private StopWhenOneFails() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        try {
            await(TaskGroup.run(group -> {
                group.fork(Remote.fail("database", 10));
                group.fork(Remote.fetch("page", 1000)); // is cancelled after 10 ms
                return null;
            }));
        } catch (ExceptionGroup failures) {
            System.out.println(failures.exceptions());
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
