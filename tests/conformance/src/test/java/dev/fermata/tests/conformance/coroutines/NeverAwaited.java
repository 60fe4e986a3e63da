package dev.fermata.tests.conformance.coroutines;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.ArrayList;
import java.util.List;

/** Reports of dropped coroutines; they are made only with the system property {@code fermata.debug=true}. */
public final class NeverAwaited extends Scenarios {
    @Scenario(
            value = "PEP492-23",
            mapped = "the report is a logged warning, made only with fermata.debug=true, some time after the garbage"
                    + " collector has found the coroutine")
    public void only_a_coroutine_neither_started_nor_closed_is_reported() {
        collect(this::drop, 1);
        collect(this::finish, 0);
    }

    @Suspendable
    private Coroutine<Integer> body() {
        log("ran");
        return Coroutine.of(1);
    }

    private void drop() {
        body();
    }

    private void finish() {
        body().close();
        attempt("send", () -> body().send(null));
        attempt("throw", () -> body().raise(new Boom("x")));
    }

    /** Logs the reports that an action leads to; {@code awaited} of them must come, more are waited for in vain. */
    private void collect(Runnable action, int awaited) {
        List<String> messages = new ArrayList<>();
        try (Warnings warnings = new Warnings(getClass().getName())) {
            action.run();
            while (messages.size() < awaited) {
                messages.add(warnings.afterCollection());
            }
            // A report too many would come with one of these collections: the canaries show that they have happened.
            messages.addAll(reportsUntilCanary(warnings));
            messages.addAll(reportsUntilCanary(warnings));
        }
        for (String message : messages) {
            if (!message.contains("never awaited")) {
                throw new AssertionError(message);
            }
            log("warned: never awaited");
        }
        log("warnings", messages.size());
    }

    private static List<String> reportsUntilCanary(Warnings warnings) {
        canary();
        List<String> others = new ArrayList<>();
        for (; ; ) {
            String message = warnings.afterCollection();
            if (message.contains("canary")) {
                return others;
            }
            others.add(message);
        }
    }

    @Suspendable
    private static Coroutine<Void> canary() {
        return null;
    }
}
