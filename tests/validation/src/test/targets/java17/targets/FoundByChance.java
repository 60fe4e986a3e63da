package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Trial;

/** What random programs have found: each method once broke the transformer. */
final class FoundByChance {
    private FoundByChance() {}

    interface Task {
        Coroutine<Object> run() throws Exception;
    }

    /** javac writes the body of a lambda in code that cannot be reached, but nothing that refers to it. */
    @Suspendable
    static Coroutine<Object> lambdaInDeadCode(Trial t) throws Exception {
        if (false) {
            Task task = () -> Coroutine.of(await(t.at("never", 1)));
            await(task.run());
        }
        return Coroutine.of(await(t.at("x", 2))); // assertSpillsNothing()
    }
}
