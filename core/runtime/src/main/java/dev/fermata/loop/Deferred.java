package dev.fermata.loop;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Delegate;
import dev.fermata.InvalidStateException;
import dev.fermata.frame.Frame;
import dev.fermata.frame.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A value that comes later, or a failure, or a cancellation (asyncio's {@code Future}): a {@link Promise}, which anybody
 * completes, or a {@link Task}, which a coroutine completes. Any number of tasks may await it, any number of times.
 *
 * <p>Confined to its loop's thread. Other threads reach it by {@link EventLoop#callSoonThreadsafe}, and wait for it through
 * {@link #toCompletableFuture}.
 *
 * @param <T> the type of the value
 */
public abstract sealed class Deferred<T> implements Awaitable<T>, Waitable permits Promise, Task {
    private static final Object PENDING = new Object();

    private final EventLoop loop;

    /** {@link #PENDING}, a {@link Failed}, a {@link Cancelled}, or else the value. One field, because there are millions. */
    private Object state = PENDING;

    /** Who is to be told: null, a task, a {@link DoneCallback}, or a list of these. */
    private Object observers;

    private static final class Failed {
        private final Throwable error;
        private UnseenFailures.Unseen unseen;

        /** Null until somebody is thrown the failure. */
        private Origin origin;

        Failed(Throwable error) {
            this.error = error;
        }

        Origin origin(Deferred<?> of) {
            if (origin == null) {
                origin = new Origin(of instanceof Task<?> task ? task.name() : null);
            }
            return origin;
        }
    }

    private record Cancelled(String reason) {}

    Deferred(EventLoop loop) {
        this.loop = Objects.requireNonNull(loop, "loop");
    }

    /**
     * The loop it belongs to.
     *
     * @return the loop
     */
    public final EventLoop loop() {
        return loop;
    }

    /**
     * Whether it has ended in any way.
     *
     * @return true if there is a value, a failure or a cancellation
     */
    public final boolean isDone() {
        loop.checkThreadIfDebugging("Deferred.isDone");
        return hasEnded();
    }

    /** The same for those who look on from other threads. */
    final boolean hasEnded() {
        return state != PENDING;
    }

    /**
     * Whether it has been cancelled. A request to cancel a task counts only once the task has ended of it.
     *
     * @return true if so
     */
    public final boolean isCancelled() {
        loop.checkThreadIfDebugging("Deferred.isCancelled");
        return state instanceof Cancelled;
    }

    /**
     * The value.
     *
     * @return the value, may be null
     * @throws InvalidStateException if it is not done
     * @throws Cancellation if it was cancelled
     */
    @SuppressWarnings("unchecked") // only complete and the coroutine's end set it
    public final T result() {
        loop.checkThreadIfDebugging("Deferred.result");
        checkDone();
        return (T) Frame.take(outcome()); // a failure is thrown as it is, checked or not
    }

    /**
     * The failure. Asking counts as having seen it.
     *
     * @return what it failed with; null if it has a value
     * @throws InvalidStateException if it is not done
     * @throws Cancellation if it was cancelled
     */
    public final Throwable failure() {
        loop.checkThreadIfDebugging("Deferred.failure");
        checkDone();
        if (state instanceof Cancelled cancelled) {
            throw new Cancellation(cancelled.reason());
        }
        if (state instanceof Failed failed) {
            markSeen(failed);
            return failed.error;
        }
        return null;
    }

    /**
     * Asks for it to end by a cancellation, without a reason.
     *
     * @return false if it is done already
     */
    public final boolean cancel() {
        return cancel(null);
    }

    /**
     * Asks for it to end by a cancellation. A promise ends at once. A task is thrown a {@link Cancellation} where it waits,
     * and what it awaits is cancelled too; what it awaits only through a shield is not.
     *
     * @param reason why, may be null
     * @return false if it is done already
     */
    @Override
    public abstract boolean cancel(String reason);

    /**
     * Has a callback run when it is done, in the turn after that, in the context of the caller; if it is done already, in
     * the next turn (asyncio's {@code add_done_callback}). The same callback may be added more than once.
     *
     * @param callback gets this, not null
     */
    @SuppressWarnings("unchecked") // it is given this
    public final void onDone(Consumer<? super Deferred<T>> callback) {
        Objects.requireNonNull(callback, "callback");
        loop.checkThread("Deferred.onDone");
        DoneCallback added =
                new DoneCallback((Consumer<? super Deferred<?>>) (Consumer<?>) callback, loop.captureContext());
        if (isDone()) {
            tell(added);
        } else {
            observe(added);
        }
    }

    /**
     * Takes callbacks back that have not been told yet.
     *
     * @param callback one that was given to {@link #onDone}
     * @return how many there were
     */
    public final int removeOnDone(Consumer<? super Deferred<T>> callback) {
        loop.checkThreadIfDebugging("Deferred.removeOnDone");
        List<Object> left = new ArrayList<>();
        int removed = 0;
        for (Object observer : observerList()) {
            if (observer instanceof DoneCallback known && known.isFor(callback)) {
                removed++;
            } else {
                left.add(observer);
            }
        }
        if (removed > 0) {
            observers = left.isEmpty() ? null : left;
        }
        return removed;
    }

    /**
     * This as a future of the JDK, for other threads to wait for and for libraries that want one. Cancelling the future
     * cancels this; a {@link Cancellation} becomes a {@link java.util.concurrent.CancellationException} of the same reason.
     * It is done at the latest when the loop is closed; that of a promise that nobody has completed is cancelled then.
     *
     * @return a future that is completed on the loop's thread
     */
    public final CompletableFuture<T> toCompletableFuture() {
        return DeferredFuture.of(this);
    }

    @Override
    @SuppressWarnings("unchecked") // the awaiter's result is ours
    public final Delegate<?, ?, T> awaiter() {
        return (Delegate<?, ?, T>) (Delegate<?, ?, ?>) new DeferredAwaiter(this);
    }

    /** The failure, for observers; it counts as unseen as before. Null if there is none. */
    final Throwable failureUnseen() {
        return state instanceof Failed failed ? failed.error : null;
    }

    /** Whether it has ended with a value; asking is not to have seen a failure. */
    final boolean hasValue() {
        return state != PENDING && !(state instanceof Failed) && !(state instanceof Cancelled);
    }

    /** What a frame that waited is resumed with. */
    final Object outcome() {
        if (state instanceof Failed failed) {
            markSeen(failed);
            return Frame.raising(failed.error, failed.origin(this));
        }
        if (state instanceof Cancelled cancelled) {
            return Frame.raising(new Cancellation(cancelled.reason()));
        }
        return state;
    }

    final void settleValue(Object value) {
        settle(value);
    }

    final void settleFailure(Throwable error) {
        Failed failed = new Failed(error);
        failed.unseen = loop.unseenFailures().watch(this, error);
        settle(failed);
    }

    final void settleCancelled(String reason) {
        settle(new Cancelled(reason));
    }

    /** Wakes a task when this is done. */
    final void observe(Task<?> waiting) {
        observe((Object) waiting);
    }

    final void ignore(Task<?> waiting) {
        if (observers == waiting) {
            observers = null;
        } else if (observers instanceof List<?> several) {
            several.remove(waiting);
        }
    }

    @SuppressWarnings("unchecked") // a list is ours
    private void observe(Object observer) {
        if (observers == null) {
            observers = observer;
        } else if (observers instanceof List) {
            ((List<Object>) observers).add(observer);
        } else {
            List<Object> several = new ArrayList<>(4);
            several.add(observers);
            several.add(observer);
            observers = several;
        }
    }

    private void settle(Object outcome) {
        state = outcome;
        Object told = observers;
        observers = null;
        if (told instanceof List<?> several) {
            several.forEach(this::tell);
        } else if (told != null) {
            tell(told);
        }
    }

    private void tell(Object observer) {
        if (observer instanceof Task<?> task) {
            task.wakeBy(this);
        } else {
            ((DoneCallback) observer).tell(this);
        }
    }

    private List<?> observerList() {
        if (observers == null) {
            return List.of();
        }
        return observers instanceof List<?> several ? several : List.of(observers);
    }

    private void checkDone() {
        if (!isDone()) {
            throw new InvalidStateException(this + " is not done: await it");
        }
    }

    private void markSeen(Failed failed) {
        if (failed.unseen != null) {
            loop.unseenFailures().seen(failed.unseen);
            failed.unseen = null;
        }
    }
}
