package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;
import java.util.List;

/** A section that is not cut short. */
final class MaskCancellation {
    private MaskCancellation() {}

    // region program
    @Suspendable
    @SuppressWarnings("try") // the mask is only held
    static Coroutine<Void> transfer() {
        try (Task.Mask masked = Task.current().maskCancellation()) {
            await(Remote.fetch("withdraw", 10));
            await(Remote.fetch("deposit", 10));
            System.out.println("both done");
        }
        await(EventLoop.sleep(Duration.ZERO)); // a request made meanwhile is delivered here
        System.out.println("never printed");
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() {
        Task<Void> task = EventLoop.current().spawn(transfer());
        await(EventLoop.sleep(Duration.ofMillis(5)));
        task.cancel();
        await(Tasks.wait(List.of(task), Until.ALL_DONE));
        System.out.println("cancelled: " + task.isCancelled());
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
