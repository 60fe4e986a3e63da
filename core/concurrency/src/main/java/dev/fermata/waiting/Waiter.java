package dev.fermata.waiting;

import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;

/**
 * One wait in a {@link WaitQueue}. Whoever has what it waits for grants it; the task then wakes in the next turn.
 *
 * <pre>
 *             grant            the promise gives this waiter
 *   waiting ──────── refuse    the promise gives null: look again, what is waited for will never come
 *             cancel           the promise is cancelled with the task
 * </pre>
 *
 * Waiters of several queues may share a promise. Then the first grant counts, and the others no longer wait.
 *
 * @param <T> what goes with the grant
 */
public final class Waiter<T> {
    private final Promise<Waiter<?>> decision;

    /** What was granted, or, if the task that waits is the giving side, what it has to give. */
    private T value;

    /** Neighbours in the queue. */
    Waiter<T> before;

    Waiter<T> after;

    /** Where it stands in line; null once it has left. */
    WaitQueue<T> queue;

    /**
     * Makes one that stands in no line.
     *
     * @param decision what its task awaits, not null
     * @param value what it has to give; null if it is to get something
     */
    public Waiter(Promise<Waiter<?>> decision, T value) {
        this.decision = decision;
        this.value = value;
    }

    /**
     * A promise for a waiter of its own.
     *
     * @return a promise on the running loop
     * @throws IllegalStateException if no loop runs on this thread
     */
    public static Promise<Waiter<?>> undecided() {
        return new Promise<>(EventLoop.current());
    }

    /**
     * What its task awaits.
     *
     * @return gives the waiter that was granted, null if that was refused
     */
    public Promise<Waiter<?>> decision() {
        return decision;
    }

    /**
     * What was granted, or what it has to give.
     *
     * @return the value
     */
    public T value() {
        return value;
    }

    /**
     * Whether a grant would still reach its task.
     *
     * @return false once it has been granted, refused or cancelled
     */
    public boolean isWaiting() {
        return !decision.isDone();
    }

    /**
     * Whether it has been granted. Its task may have been cancelled since.
     *
     * @return true if so
     */
    public boolean isGranted() {
        return decision.isDone() && !decision.isCancelled() && decision.result() == this;
    }

    /**
     * Grants what it waits for, and leaves the value as it is.
     *
     * @throws dev.fermata.InvalidStateException if it does not wait any more
     */
    public void grant() {
        decision.complete(this);
    }

    /**
     * Grants what it waits for.
     *
     * @param granted the value to go with it
     * @throws dev.fermata.InvalidStateException if it does not wait any more
     */
    public void grant(T granted) {
        value = granted;
        decision.complete(this);
    }

    /** Wakes the task with nothing, if it still waits. */
    void refuse() {
        decision.tryComplete(null);
    }
}
