package dev.fermata;

import java.util.NoSuchElementException;

/**
 * The end of an {@link AsyncGenerator}, thrown where its next value is awaited (PEP 492, 525). It has no value: an
 * asynchronous generator returns none.
 *
 * <p>It carries no stack trace: it reports an end, not a fault. One that escapes from the body of an asynchronous
 * generator does not count as its end; it is turned into an {@link IllegalStateException} whose cause it becomes.
 */
public final class StopAsyncIteration extends NoSuchElementException {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public StopAsyncIteration() {
        super("already at its end");
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
