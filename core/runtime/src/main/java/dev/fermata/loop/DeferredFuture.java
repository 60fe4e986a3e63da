package dev.fermata.loop;

import java.util.concurrent.CompletableFuture;

/** The JDK's view of a promise or task. */
final class DeferredFuture<T> extends CompletableFuture<T> {
    private final Deferred<T> source;

    private DeferredFuture(Deferred<T> source) {
        this.source = source;
    }

    static <T> CompletableFuture<T> of(Deferred<T> source) {
        DeferredFuture<T> future = new DeferredFuture<>(source);
        source.loop().outsideFutures().add(future);
        settle(future, source);
        return future;
    }

    /** The view of a task that has been started eagerly: if it has ended already, so has the view. */
    static <T> CompletableFuture<T> ofStarted(Task<T> task) {
        if (!task.isDone()) {
            return of(task);
        }
        CompletableFuture<T> future = new CompletableFuture<>();
        copy(task, future);
        return future;
    }

    /** Completes a future with what comes of a promise or task. */
    static <T> void settle(CompletableFuture<T> future, Deferred<T> source) {
        source.onDone(done -> {
            source.loop().outsideFutures().remove(future);
            copy(source, future);
        });
    }

    private static <T> void copy(Deferred<T> done, CompletableFuture<T> future) {
        if (done.isCancelled()) {
            future.cancel(false);
            return;
        }
        Throwable failure = done.failure();
        if (failure == null) {
            future.complete(done.result());
        } else {
            future.completeExceptionally(failure);
        }
    }

    /** From any thread; the promise or task is asked on its loop's. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled && EventLoop.currentOrNull() == source.loop()) {
            source.cancel();
        } else if (cancelled) {
            source.loop().bringIn(() -> source.cancel());
        }
        return cancelled;
    }

    /** What {@code thenApply} and its like make is no view of the source. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
