package dev.fermata.tasks;

import dev.fermata.Coroutine;

/**
 * What runs inside a {@link Timeout} or a {@link TaskGroup}: the block of Python's {@code async with}.
 *
 * @param <S> the scope it runs in
 * @param <T> what it returns
 */
@FunctionalInterface
public interface Body<S, T> {
    /**
     * Makes the coroutine of the body, which the owner of the scope awaits. As a lambda it is woven: it may await, too.
     *
     * @param scope what the body runs in
     * @return the coroutine, fresh; null for a body that has nothing to await and returns nothing
     * @throws Exception whatever it likes; it counts as a failure of the body, and is thrown unwrapped
     */
    Coroutine<T> start(S scope) throws Exception;
}
