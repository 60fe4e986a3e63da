package dev.fermata.tests.conformance;

/** An error of an application; unchecked, so that a body may catch it around a suspension point. */
public abstract class ScenarioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what the trace shows in brackets
     */
    protected ScenarioException(String message) {
        super(message);
    }

    final String token() {
        return getClass().getSimpleName() + "(" + getMessage() + ")";
    }
}
