package dev.fermata.transformer.explain;

/** A source that cannot be compiled anew; the message says why. */
final class CompilationFailed extends Exception {
    private static final long serialVersionUID = 1;

    CompilationFailed(String message) {
        super(message);
    }
}
