package dev.fermata.tests.conformance;

/** An application error. */
public class Boom extends ScenarioException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what the trace shows in brackets
     */
    public Boom(String message) {
        super(message);
    }
}
