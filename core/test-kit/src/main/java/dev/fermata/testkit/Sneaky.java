package dev.fermata.testkit;

/** Throws what cannot be declared: the failure of a coroutine comes out as it is. */
final class Sneaky {
    private Sneaky() {}

    /** Never returns; typed so that it can stand in a {@code throw}. */
    static RuntimeException asIs(Throwable failure) {
        throw Sneaky.<RuntimeException>unchecked(failure);
    }

    @SuppressWarnings("unchecked") // erased, so nothing is cast
    private static <X extends Throwable> X unchecked(Throwable failure) throws X {
        throw (X) failure;
    }
}
