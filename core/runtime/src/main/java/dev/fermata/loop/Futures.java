package dev.fermata.loop;

import dev.fermata.Coroutine;
import dev.fermata.frame.CoroutineFrame;
import java.util.concurrent.CompletableFuture;

/** What stands behind the suspendable methods that return a {@code CompletableFuture} or {@code CompletionStage}. */
public final class Futures {
    private Futures() {}

    /**
     * Starts a coroutine at once on this thread, and gives what will come of it. Called by woven code; to be called for any
     * other coroutine that is wanted as a future.
     *
     * <p>If an event loop runs on this thread, the coroutine is a task of it, started eagerly, and is resumed on the loop's
     * thread. Otherwise it is resumed in place, by whatever thread completes the stage that it awaits; then it may await
     * nothing that belongs to a loop. Either way it runs on one thread at a time, and sees what it did on the one before.
     *
     * <p>A failure completes the future with the exception itself. Cancelling the future asks the coroutine to stop: what it
     * awaits is cancelled, and a {@link dev.fermata.Cancellation} is raised where it waits. To keep a stage that others
     * share from being cancelled so, await its {@link CompletableFuture#copy() copy}. Completing the future in any other way
     * leaves the coroutine running, as it does with the JDK's own.
     *
     * @param <T> what the coroutine returns
     * @param coroutine the coroutine, fresh
     * @return its future, done already if the coroutine has not had to wait
     * @throws IllegalStateException if the coroutine has been started
     */
    public static <T> CompletableFuture<T> start(Coroutine<T> coroutine) {
        EventLoop loop = EventLoop.currentOrNull();
        if (loop != null) {
            return DeferredFuture.ofStarted(loop.spawnEagerly(coroutine));
        }
        return startInPlace(coroutine);
    }

    /** Starts a coroutine that belongs to no loop, whatever runs on this thread. */
    static <T> CompletableFuture<T> startInPlace(Coroutine<T> coroutine) {
        CoroutineFrame frame = (CoroutineFrame) coroutine;
        frame.claim();
        DrivenFuture<T> future = new DrivenFuture<>(frame);
        future.start();
        return future;
    }
}
