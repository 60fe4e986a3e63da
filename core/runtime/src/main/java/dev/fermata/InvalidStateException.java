package dev.fermata;

/** A promise or task was asked for what it does not have yet, or given what it has already (asyncio's {@code InvalidStateError}). */
public final class InvalidStateException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what was asked, and what to do instead
     */
    public InvalidStateException(String message) {
        super(message);
    }
}
