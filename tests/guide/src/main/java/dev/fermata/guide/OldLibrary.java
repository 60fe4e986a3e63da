package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.util.concurrent.CompletableFuture;

/** A loop between code that blocks and code that wants a future. */
final class OldLibrary {
    private OldLibrary() {}

    // region bridge
    /** Stands for a driver that blocks its thread. */
    static String query(String sql) throws InterruptedException {
        Thread.sleep(10);
        return "rows of " + sql;
    }

    @Suspendable
    static Coroutine<String> report() {
        String rows = await(EventLoop.current().offload(() -> query("select 1")));
        String sum = await(CompletableFuture.supplyAsync(() -> "a sum")); // any CompletionStage
        return Coroutine.of(rows + ", " + sum);
    }

    public static void main(String[] arguments) throws Exception {
        try (EventLoop loop = new EventLoop()) {
            Thread thread = new Thread(loop::runForever, "loop");
            thread.start();
            CompletableFuture<String> report = loop.submit(report()); // from any thread
            System.out.println(report.join());
            loop.callSoonThreadsafe(loop::stop);
            thread.join();
        }
    }
    // endregion
}
