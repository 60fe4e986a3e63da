package dev.fermata.loop;

import dev.fermata.Coroutine;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** The result of a coroutine that another thread has submitted: the task does not exist before the loop has let it in. */
final class SubmittedFuture<T> extends CompletableFuture<T> implements Farewell {
    private final EventLoop loop;
    private final Coroutine<T> coroutine;

    /** The loop's thread only. */
    private Task<T> task;

    SubmittedFuture(EventLoop loop, Coroutine<T> coroutine) {
        this.loop = loop;
        this.coroutine = Objects.requireNonNull(coroutine, "coroutine");
    }

    /** The loop's thread lets the coroutine in. */
    @Override
    public void run() {
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

    @Override
    public void loopClosed() {
        completeExceptionally(new CancellationException("the loop was closed before the coroutine was let in"));
    }

    /** From any thread; the task is asked on the loop's, once. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (completeExceptionally(new CancellationException())) {
            loop.bringIn(() -> {
                if (task != null) {
                    task.cancel();
                }
            });
        }
        return isCancelled();
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
