package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.TimedOutException;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** Who waits is cancelled, the work goes on. */
final class ShieldSomething {
    private ShieldSomething() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        Task<String> saving = EventLoop.current().spawn(Remote.fetch("saved", 100));
        try {
            await(Tasks.within(Duration.ofMillis(10), Tasks.shield(saving)));
        } catch (TimedOutException late) {
            System.out.println("stopped waiting; cancelled: " + saving.isCancelled());
        }
        System.out.println(await(saving));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
