package dev.fermata.frame;

/** Throws any exception as it is: bytecode knows no checked exceptions, and a body may let any escape. */
final class Throwing {
    private Throwing() {}

    static RuntimeException asIs(Throwable error) {
        return Throwing.<RuntimeException>sneak(error);
    }

    @SuppressWarnings("unchecked") // erased: the cast never happens
    private static <X extends Throwable> X sneak(Throwable error) throws X {
        throw (X) error;
    }
}
