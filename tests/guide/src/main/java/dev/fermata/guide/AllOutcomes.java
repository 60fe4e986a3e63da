package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tasks.Outcome;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestLoop;
import java.util.List;

/** All values and all failures. */
final class AllOutcomes {
    private AllOutcomes() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        List<Outcome<String>> outcomes =
                await(Tasks.settle(Remote.fetch("a", 10), Remote.fail("b", 5), Remote.fetch("c", 1)));
        for (Outcome<String> outcome : outcomes) {
            System.out.println(
                    outcome.failure() == null
                            ? outcome.get()
                            : outcome.failure().getMessage());
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
