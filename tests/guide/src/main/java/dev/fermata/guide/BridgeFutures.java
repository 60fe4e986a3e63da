package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.util.concurrent.CompletableFuture;

/** CompletableFuture in and out. */
final class BridgeFutures {
    private BridgeFutures() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        CompletableFuture<String> foreign = CompletableFuture.supplyAsync(() -> "from a pool");
        System.out.println(await(foreign)); // in

        Task<String> task = EventLoop.current().spawn(Remote.fetch("page", 1));
        CompletableFuture<Integer> length = task.toCompletableFuture().thenApply(String::length); // out
        System.out.println(await(length));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        EventLoop.run(program());
    }
}
