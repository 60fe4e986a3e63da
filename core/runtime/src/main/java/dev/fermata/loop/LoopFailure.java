package dev.fermata.loop;

/**
 * A failure that nobody else can be told of.
 *
 * @param loop where it happened
 * @param message what happened
 * @param error the failure; null if it is not an exception that says what is wrong
 * @param source the task or promise it concerns; null if there is none, or if it has been dropped
 */
public record LoopFailure(EventLoop loop, String message, Throwable error, Deferred<?> source) {}
