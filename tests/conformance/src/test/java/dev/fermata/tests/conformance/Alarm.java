package dev.fermata.tests.conformance;

/** A special case of {@link Boom}. */
public final class Alarm extends Boom {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what the trace shows in brackets
     */
    public Alarm(String message) {
        super(message);
    }
}
