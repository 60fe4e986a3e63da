package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.context.ContextVariable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import java.time.Duration;

/** What a task sets, others do not see. */
final class UserOfTask {
    private UserOfTask() {}

    // region user
    static final ContextVariable<String> USER = ContextVariable.withDefault("user", "nobody");

    @Suspendable
    static Coroutine<Void> handle(String name) {
        USER.set(name);
        await(EventLoop.sleep(Duration.ofMillis(10)));
        System.out.println("serving " + USER.get());
        return null;
    }

    @Suspendable
    static Coroutine<Void> main() {
        await(Tasks.gather(handle("ann"), handle("bob")));
        System.out.println("main serves " + USER.get());
        return null;
    }
    // endregion

    public static void main(String[] arguments) {
        EventLoop.run(main());
    }
}
