package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.context.ContextVariable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** A value for a task and all it starts. */
final class ShareAValue {
    private ShareAValue() {}

    // region program
    static final ContextVariable<String> USER = ContextVariable.withDefault("user", "nobody");

    @Suspendable
    static Coroutine<Void> log(String what) {
        await(EventLoop.sleep(Duration.ofMillis(1)));
        System.out.println(USER.get() + ": " + what);
        return null;
    }

    @Suspendable
    @SuppressWarnings("try") // the change is only taken back
    static Coroutine<Void> program() {
        try (ContextVariable.Change<String> set = USER.set("ann")) {
            await(Tasks.gather(log("reads"), log("writes"))); // two tasks, both see ann
        }
        await(log("goes on"));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
