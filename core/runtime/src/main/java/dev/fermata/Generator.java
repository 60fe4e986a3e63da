package dev.fermata;

import dev.fermata.frame.CompletedGenerator;
import dev.fermata.frame.GeneratorFrame;
import java.util.Iterator;

/**
 * A generator: a method that pauses with a value and goes on where it was (PEP 255, 342, 380, 479).
 *
 * <pre>{@code
 * @Suspendable
 * static Generator<Integer, Integer, Void> jumpingRange(int upTo) {
 *     for (int i = 0; i < upTo; ) {
 *         Integer jump = Generator.yield(i);
 *         i += jump == null ? 1 : jump;
 *     }
 *     return null;
 * }
 * }</pre>
 *
 * <p>It is its own iterator, so a second {@code for} loop over it goes on where the first one stopped. As an
 * {@link Iterator} it must look ahead: {@link #hasNext()} runs the body up to the next {@code yield}. Between
 * {@code hasNext()} and {@link #next()} a value cannot be sent, because the {@code yield} that would receive it has
 * already been passed.
 *
 * <p>A generator is not thread-safe; it may be handed from one thread to another by any safe publication. An abandoned
 * generator never runs its {@code finally} blocks: close it, for instance by try-with-resources.
 *
 * @param <Y> what it yields
 * @param <S> what can be sent to it
 * @param <R> what it returns
 */
public sealed interface Generator<Y, S, R> extends Delegate<Y, S, R>, Iterator<Y>, Iterable<Y>, AutoCloseable
        permits GeneratorFrame {

    /**
     * Suspension point: pauses the generator with a value. Only inside a suspendable method that is a generator.
     *
     * @param <S> what is sent back; unchecked
     * @param value what to hand to whoever resumed the generator; may be null
     * @return what was sent, null after {@code next()}
     * @throws NotWovenError if the calling method has not been woven
     */
    static <S> S yield(Object value) {
        throw NotWovenError.at("Generator.yield");
    }

    /**
     * Suspension point: runs another generator as if its body stood here (PEP 380). Values sent and exceptions raised go
     * straight to it.
     *
     * @param <R> what the other generator returns
     * @param generator what to delegate to
     * @return its result; null if it had already ended
     * @throws NotWovenError if the calling method has not been woven
     */
    static <R> R yieldFrom(Generator<?, ?, ? extends R> generator) {
        throw NotWovenError.at("Generator.yieldFrom");
    }

    /**
     * Suspension point: delegates to an object that implements the protocol itself.
     *
     * @param <R> its result
     * @param delegate what to delegate to
     * @return the value of the {@link StopIteration} that ended it
     * @throws NotWovenError if the calling method has not been woven
     */
    static <R> R yieldFrom(Delegate<?, ?, ? extends R> delegate) {
        throw NotWovenError.at("Generator.yieldFrom");
    }

    /**
     * Suspension point: yields every element of an iterable.
     *
     * @param iterable where the elements come from
     * @return null, or the value of a {@link StopIteration} thrown by the iterator
     * @throws NotWovenError if the calling method has not been woven
     */
    static Object yieldFrom(Iterable<?> iterable) {
        throw NotWovenError.at("Generator.yieldFrom");
    }

    /**
     * Suspension point: yields what is left of an iterator. A value other than null cannot be sent to it; an exception
     * raised meanwhile is raised here.
     *
     * @param iterator where the elements come from
     * @return null, or the value of a {@link StopIteration} thrown by the iterator
     * @throws NotWovenError if the calling method has not been woven
     */
    static Object yieldFrom(Iterator<?> iterator) {
        throw NotWovenError.at("Generator.yieldFrom");
    }

    /**
     * Ends a generator with a value: {@code return Generator.returning(x)}.
     *
     * @param <Y> what the method yields
     * @param <S> what it can be sent
     * @param <R> what it returns
     * @param result the value; may be null
     * @return a generator that yields nothing and ends with the value
     */
    @SuppressWarnings("unchecked") // yields nothing, takes nothing
    static <Y, S, R> Generator<Y, S, R> returning(R result) {
        return (Generator<Y, S, R>) (Generator<?, ?, ?>) new CompletedGenerator(result);
    }

    /**
     * Runs the body up to the next {@code yield}, unless that has been done already.
     *
     * @return whether there is another value
     * @throws AlreadyExecutingException if the generator is running
     */
    @Override
    boolean hasNext();

    /**
     * Resumes the body up to the next {@code yield}.
     *
     * @return the value yielded
     * @throws StopIteration at the end, the first time with the result
     * @throws AlreadyExecutingException if the generator is running
     */
    @Override
    Y next();

    /**
     * Resumes the body, handing it a value.
     *
     * @param value becomes the result of the pending {@code yield}; null does the same as {@link #next()}
     * @return the next value yielded
     * @throws StopIteration at the end, the first time with the result
     * @throws TypeMismatchException if the value is not null and the generator has not started
     * @throws IllegalStateException if {@link #hasNext()} has already run the body past the pending {@code yield}
     * @throws AlreadyExecutingException if the generator is running
     */
    @Override
    Y send(S value);

    /**
     * Raises an exception at the pending {@code yield}; before the start, and after the end, it comes straight back.
     *
     * @param error what to raise, not null
     * @return the next value yielded, if the body handles the exception and goes on
     * @throws StopIteration if the body handles it and returns
     * @throws AlreadyExecutingException if the generator is running
     */
    @Override
    Y raise(Throwable error);

    /**
     * Raises {@link GeneratorExit} at the pending {@code yield}, first in what this generator has delegated to. Does
     * nothing once the generator has ended; a generator that has not started just ends.
     *
     * @throws IllegalStateException if the body yields again instead of ending
     * @throws AlreadyExecutingException if the generator is running
     */
    @Override
    void close();

    /**
     * What the body returned. Asking again gives the same value.
     *
     * @return the result; null if it has none, or if the generator failed or was closed
     * @throws IllegalStateException if the generator has not ended
     */
    R result();

    /**
     * Where the generator stands.
     *
     * @return its state
     */
    State state();

    /**
     * What a suspended generator has delegated to (Python's {@code gi_yieldfrom}).
     *
     * @return the generator, delegate or iterator; null if there is none or the generator is running
     */
    Object delegate();

    /**
     * The generator itself.
     *
     * @return this
     */
    @Override
    Iterator<Y> iterator();
}
