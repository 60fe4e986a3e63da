package dev.fermata.frameworks.netty;

import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;

/** Netty's futures, to be awaited. */
public final class NettyFutures {
    private NettyFutures() {}

    // region adapter
    /**
     * Makes something that can be awaited of a future of Netty's. Cancelling the wait cancels the future.
     *
     * @param <T> what it gives
     * @param future what to wait for
     * @return completed on the future's own thread, with its value, its failure or its cancellation
     */
    public static <T> CompletableFuture<T> stage(Future<T> future) {
        CompletableFuture<T> stage = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                future.cancel(mayInterruptIfRunning);
                return super.cancel(mayInterruptIfRunning);
            }
        };
        future.addListener((Future<T> done) -> {
            if (done.isSuccess()) {
                stage.complete(done.getNow());
            } else {
                stage.completeExceptionally(done.cause()); // a CancellationException if it was cancelled
            }
        });
        return stage;
    }
    // endregion
}
