package dev.fermata.tasks;

/**
 * Time is up (asyncio's {@code TimeoutError}). Unchecked, unlike the JDK's {@link java.util.concurrent.TimeoutException},
 * because it is thrown out of an {@code await}.
 */
public final class TimedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what was not done in time
     * @param cause the cancellation by which it was stopped; null if it was not
     */
    public TimedOutException(String message, Throwable cause) {
        super(message, cause);
    }
}
