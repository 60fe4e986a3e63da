package dev.fermata.waiting;

import dev.fermata.Coroutine;
import dev.fermata.frame.CoroutineFrame;
import dev.fermata.loop.Parking;

/**
 * What can often be done without waiting, as what is awaited: it is tried first, and only if it has to wait, a {@link
 * Parking} is made and waits in its place. Nothing keeps the attempt itself, neither then nor when it is done, so the
 * compiler can do without the object.
 *
 * <p>Each has a {@code step} of its own, in the shape below: with one for all, which would call all kinds of attempts, that
 * one may be too large to be compiled into the method that awaits, and then the object is made after all.
 *
 * <pre>{@code
 * public Object step(Object input, int depth) {
 *     if (isResumed()) {
 *         return take(input);
 *     }
 *     return trySomething() ? value : suspend(new Wait(...));
 * }
 * }</pre>
 */
public abstract class Attempt extends CoroutineFrame {
    /** For subclasses. */
    protected Attempt() {}

    /**
     * Begins a step.
     *
     * @return false if it is to be tried; true if the wait is over and {@code step} has been given what came of it
     */
    protected final boolean isResumed() {
        boolean isResumed = begin() != 0;
        end(); // before it is tried, because that may throw
        return isResumed;
    }

    /**
     * Has the task wait.
     *
     * @param wait where; stands in line
     * @return what {@code step} is to return
     */
    protected final Object suspend(Parking wait) {
        handOver();
        return wait;
    }

    /**
     * This as what it is to the user.
     *
     * @param <T> what it gives; unchecked
     * @return this
     */
    @SuppressWarnings("unchecked") // the subclass knows what it gives
    public final <T> Coroutine<T> coroutine() {
        return (Coroutine<T>) (Coroutine<?>) this;
    }
}
