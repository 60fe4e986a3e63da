package dev.fermata.guide;

import dev.fermata.loop.LoopThread;
import java.util.concurrent.CompletableFuture;

/** Other threads give work to a loop. */
final class LoopOnItsOwnThread {
    private LoopOnItsOwnThread() {}

    // region program
    static void run() {
        try (LoopThread network = LoopThread.start(task -> new Thread(task, "network"))) {
            CompletableFuture<String> page = network.submit(Remote.fetch("page", 1));
            System.out.println(page.join());
        } // shuts the loop down and waits for its thread
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        run();
    }
}
