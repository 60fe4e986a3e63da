package dev.fermata.frame;

import dev.fermata.AsyncGenerator;

/** Something that makes runs of an asynchronous generator: what stands behind a {@code Flow.Publisher}. */
@FunctionalInterface
public interface AsyncTemplate {
    /**
     * Makes a run.
     *
     * @return a generator that has not started
     */
    AsyncGenerator<Object> newRun();
}
