package dev.fermata.loop;

import dev.fermata.Cancellation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The JDK's view of a promise or task. */
final class DeferredFuture<T> extends CompletableFuture<T> {
    private final Deferred<T> source;

    private DeferredFuture(Deferred<T> source) {
        this.source = source;
    }

    /** What a future is the view of; null if it is none. */
    static Deferred<?> behind(CompletableFuture<?> future) {
        return future instanceof DeferredFuture<?> view ? view.source : null;
    }

    static <T> CompletableFuture<T> of(Deferred<T> source) {
        DeferredFuture<T> future = new DeferredFuture<>(source);
        settle(future, source);
        if (source instanceof Promise && !source.isDone()) {
            source.loop().promiseFutures().add(future);
        }
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
        source.onDone(new Copying<>(future));
    }

    /** Tells the future, even if the loop is closed before its callbacks have run: another thread may wait for it. */
    record Copying<T>(CompletableFuture<T> future) implements Consumer<Deferred<T>> {
        @Override
        public void accept(Deferred<T> done) {
            copy(done, future);
        }
    }

    private static <T> void copy(Deferred<T> done, CompletableFuture<T> future) {
        Throwable failure;
        try {
            failure = done.failure();
        } catch (Cancellation cancellation) {
            future.completeExceptionally(atBorder(cancellation));
            return;
        }
        if (failure == null) {
            future.complete(done.result());
        } else {
            future.completeExceptionally(failure);
        }
    }

    /** A cancellation as the JDK's futures have it. */
    static CancellationException atBorder(Cancellation cancellation) {
        CancellationException translated = new CancellationException(cancellation.reason());
        translated.initCause(cancellation);
        return translated;
    }

    /** From any thread; the promise or task is asked on its loop's, once. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (completeExceptionally(new CancellationException())) {
            if (EventLoop.currentOrNull() == source.loop()) {
                source.cancel();
            } else {
                source.loop().bringIn(() -> source.cancel());
            }
        }
        return isCancelled();
    }

    /** What {@code thenApply} and its like make is no view of the source. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
