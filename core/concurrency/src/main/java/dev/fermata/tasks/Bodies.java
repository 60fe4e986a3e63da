package dev.fermata.tasks;

import dev.fermata.Coroutine;

/** How scopes start and end what runs inside them. */
final class Bodies {
    private Bodies() {}

    /** The coroutine of a body; what it throws at once is thrown as it is. */
    static <S, T> Coroutine<? extends T> start(Body<? super S, ? extends T> body, S scope) {
        Coroutine<? extends T> coroutine;
        try {
            coroutine = body.start(scope);
        } catch (Exception failure) {
            throw asIs(failure);
        }
        return coroutine == null ? Coroutine.of(null) : coroutine;
    }

    /** Throws any exception, checked or not: what a body throws was checked by javac inside the body. */
    @SuppressWarnings("unchecked") // the cast is erased
    static <E extends Throwable> RuntimeException asIs(Throwable error) throws E {
        throw (E) error;
    }
}
