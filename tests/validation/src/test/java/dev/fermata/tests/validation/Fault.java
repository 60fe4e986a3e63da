package dev.fermata.tests.validation;

/** What goes wrong at one point of a run. */
public enum Fault {
    NONE,
    /** An ordinary exception: {@link Trial.Failure}, or {@link Trial.BrokenRead} at a point made by {@link Trial#read}. */
    FAILURE,
    /** An {@link Error}, which {@code catch (Exception e)} does not see. */
    FATAL,
    /** A value of a class that nobody expects, as after heap pollution: the cast behind the marker fails. */
    WRONG_TYPE,
    /** Null, which cannot be unboxed. */
    NULL,
    /** The generator is closed. */
    CLOSE;

    boolean isThrown() {
        return this == FAILURE || this == FATAL || this == CLOSE;
    }
}
