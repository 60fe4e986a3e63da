package dev.fermata.tests.stress.library;

/** The comparison cannot be made; the message tells the user why. */
final class StressFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    StressFailure(String message) {
        super(message);
    }

    StressFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
