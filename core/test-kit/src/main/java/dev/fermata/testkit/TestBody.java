package dev.fermata.testkit;

import dev.fermata.Coroutine;

/**
 * The body of a test, usually a lambda in which there are suspension points.
 *
 * @param <T> what the test returns
 */
@FunctionalInterface
public interface TestBody<T> {
    /**
     * Makes the coroutine, on the running loop.
     *
     * @return the coroutine, fresh
     * @throws Exception which fails the test
     */
    Coroutine<T> start() throws Exception;
}
