package dev.fermata.testkit;

import dev.fermata.loop.LoopFailure;
import java.util.List;

/** Says what a test has left behind: tasks, timers, and failures nobody looked at, which are the suppressed ones. */
public final class LeftoversError extends AssertionError {
    private static final long serialVersionUID = 1L;

    LeftoversError(List<String> leftovers, List<LoopFailure> failures) {
        super(message(leftovers, failures));
        for (LoopFailure failure : failures) {
            addSuppressed(failure.error() == null ? new AssertionError(failure.message()) : failure.error());
        }
    }

    private static String message(List<String> leftovers, List<LoopFailure> failures) {
        StringBuilder text = new StringBuilder("the test has left something behind:");
        leftovers.forEach(one -> text.append("\n ").append(one));
        for (LoopFailure failure : failures) {
            text.append("\n ").append(failure.message());
            if (failure.error() != null) {
                text.append(": ").append(failure.error());
            }
        }
        return text.toString();
    }
}
