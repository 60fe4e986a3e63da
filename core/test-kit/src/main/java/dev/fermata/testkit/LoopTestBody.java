package dev.fermata.testkit;

import dev.fermata.Coroutine;

/**
 * The body of a test that uses its loop. It may be started many times, so it makes afresh whatever it changes.
 *
 * @param <T> what the test returns
 */
@FunctionalInterface
public interface LoopTestBody<T> {
    /**
     * Makes the coroutine, on the running loop.
     *
     * @param loop the loop of this run
     * @return the coroutine, fresh
     * @throws Exception which fails the test
     */
    Coroutine<T> start(TestLoop loop) throws Exception;
}
