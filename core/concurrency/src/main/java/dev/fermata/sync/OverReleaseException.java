package dev.fermata.sync;

/** More was given back than had been taken (asyncio raises a {@code ValueError}). */
public final class OverReleaseException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was given back too often
     */
    public OverReleaseException(String message) {
        super(message);
    }
}
