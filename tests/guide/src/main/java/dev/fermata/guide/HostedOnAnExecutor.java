package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A loop whose turns run on a thread that is not its own. */
final class HostedOnAnExecutor {
    private HostedOnAnExecutor() {}

    // region program
    @Suspendable
    static Coroutine<String> whereAmI() {
        await(EventLoop.sleep(Duration.ofMillis(1)));
        return Coroutine.of(Thread.currentThread().getName());
    }

    static void run() throws Exception {
        // in Swing: EventLoop.on(SwingUtilities::invokeLater)
        ExecutorService ui = Executors.newSingleThreadExecutor(task -> new Thread(task, "ui"));
        EventLoop loop = EventLoop.on(ui);
        System.out.println(loop.submit(whereAmI()).join());
        ui.submit(loop::close).get(); // on the host, as everything of the loop
        ui.shutdown();
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        run();
    }
}
