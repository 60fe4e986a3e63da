package dev.fermata.loop;

import dev.fermata.Coroutine;
import java.util.concurrent.CompletableFuture;

/** The result of a coroutine that another thread has submitted: the task does not exist before the loop has let it in. */
final class SubmittedFuture<T> extends CompletableFuture<T> {
    private final EventLoop loop;

    /** The loop's thread only. */
    private Task<T> task;

    private SubmittedFuture(EventLoop loop) {
        this.loop = loop;
    }

    static <T> SubmittedFuture<T> on(EventLoop loop) {
        SubmittedFuture<T> future = new SubmittedFuture<>(loop);
        loop.outsideFutures().add(future);
        return future;
    }

    void start(Coroutine<T> coroutine) {
        if (isDone()) {
            coroutine.close(); // cancelled before it came in
            return;
        }
        try {
            task = loop.spawn(coroutine);
        } catch (IllegalStateException e) {
            completeExceptionally(e);
            return;
        }
        DeferredFuture.settle(this, task);
    }

    /** From any thread; the task is asked on the loop's. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            loop.bringIn(() -> {
                if (task != null) {
                    task.cancel();
                }
            });
        }
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
