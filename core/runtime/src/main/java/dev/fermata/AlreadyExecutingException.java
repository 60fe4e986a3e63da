package dev.fermata;

/**
 * A generator or coroutine was resumed while it runs, by its own body or by another thread (Python's
 * {@code ValueError: generator already executing}).
 */
public final class AlreadyExecutingException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message which object was resumed
     */
    public AlreadyExecutingException(String message) {
        super(message);
    }
}
