package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Trial;
import java.io.IOException;

/** What random programs have found: each method once broke the transformer, or the comparison. */
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

    /** Closing a generator throws what the body throws, checked or not. */
    @Suspendable
    static Generator<Object, Object, Object> closedByACheckedException(Trial t) throws IOException {
        try {
            Generator.yield(1); // assertSpills(t)
        } finally {
            if (t.see("finally", true)) {
                throw new IOException("from finally");
            }
        }
        return Generator.returning(2);
    }
}
