package dev.fermata;

/**
 * An object of the wrong kind was handed to a suspension point or to a frame: something that is not awaitable was
 * awaited, a generator delegated to a coroutine, a value was sent before the first suspension (Python's
 * {@code TypeError} in these places).
 */
public final class TypeMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what was given, and what is wanted
     */
    public TypeMismatchException(String message) {
        super(message);
    }
}
