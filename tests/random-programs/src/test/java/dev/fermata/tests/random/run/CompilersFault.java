package dev.fermata.tests.random.run;

/** A program that cannot be compared, and weaving is not to blame. */
final class CompilersFault extends Exception {
    private static final long serialVersionUID = 1L;

    CompilersFault(String what) {
        super(what);
    }
}
