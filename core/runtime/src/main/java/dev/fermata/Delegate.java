package dev.fermata;

import dev.fermata.frame.Adapters;
import java.util.Iterator;

/**
 * What {@code yieldFrom} and {@code await} can hand control to: the four operations of PEP 380.
 *
 * <p>Every {@link Generator} is one. Implement it to take part in delegation with an object of your own; each method may
 * end the delegation by throwing {@link StopIteration} with the result. A delegate is used by one thread at a time.
 *
 * @param <Y> what it yields
 * @param <S> what can be sent to it
 * @param <R> its result
 */
public interface Delegate<Y, S, R> {
    /**
     * Resumes with no value.
     *
     * @return the next value yielded, may be null
     * @throws StopIteration at the end, with the result
     */
    Y next();

    /**
     * Resumes with a value, which becomes the result of the pending {@code yield}.
     *
     * @param value what to send; null does the same as {@link #next()}
     * @return the next value yielded, may be null
     * @throws StopIteration at the end, with the result
     * @throws TypeMismatchException if the value is not null and the body has not reached its first suspension point
     * @throws UnsupportedOperationException if this delegate takes no values
     */
    Y send(S value);

    /**
     * Raises an exception at the pending suspension point. What the body lets escape comes out here unwrapped, checked
     * or not.
     *
     * @param error what to raise, not null
     * @return the next value yielded, if the body handles the exception and goes on
     * @throws StopIteration at the end, with the result
     */
    Y raise(Throwable error);

    /** Ends it: raises {@link GeneratorExit} at the pending suspension point. Does nothing when already ended. */
    void close();

    /**
     * Makes a delegate of a plain iterator: it takes no values, an exception raised comes straight back, closing does
     * nothing, and the result is null.
     *
     * @param <Y> what it yields
     * @param iterator the source, not null
     * @return the adapter
     */
    @SuppressWarnings("unchecked") // the adapter passes on what the iterator gives
    static <Y> Delegate<Y, Object, Void> of(Iterator<? extends Y> iterator) {
        return (Delegate<Y, Object, Void>) (Delegate<?, ?, ?>) Adapters.of(iterator);
    }
}
