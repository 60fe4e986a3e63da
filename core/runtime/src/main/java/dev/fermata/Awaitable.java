package dev.fermata;

/**
 * Something {@link Coroutine#await} accepts: its own class says how to wait for it (PEP 492's {@code __await__}).
 *
 * @param <T> what awaiting it gives
 */
public interface Awaitable<T> {
    /**
     * Starts one wait. The delegate returned is driven by the awaiting coroutine: what it yields goes to whoever drives
     * the outermost coroutine, its result becomes the value of the {@code await}. A generator is a natural way to write
     * one; {@link Delegate#of} makes one of an iterator.
     *
     * @return a fresh delegate, never null
     */
    Delegate<?, ?, T> awaiter();
}
