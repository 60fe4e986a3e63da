package dev.fermata.tests.conformance;

/** Another, unrelated application error. */
public final class Oops extends ScenarioException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what the trace shows in brackets
     */
    public Oops(String message) {
        super(message);
    }
}
