package dev.fermata.tasks;

/** An ordinary failure. */
final class Boom extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Boom(String message) {
        super(message);
    }
}
