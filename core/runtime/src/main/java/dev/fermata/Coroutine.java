package dev.fermata;

import dev.fermata.frame.CompletedCoroutine;
import dev.fermata.frame.CoroutineFrame;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * A coroutine: a method that waits without holding a thread (PEP 492). It starts when it is awaited or first resumed,
 * and can be used once.
 *
 * <pre>{@code
 * @Suspendable
 * static Coroutine<Integer> total(Coroutine<Integer> a, Coroutine<Integer> b) {
 *     return Coroutine.of(Coroutine.await(a) + Coroutine.await(b));
 * }
 * }</pre>
 *
 * <p>Nothing here needs an event loop. {@link #suspend} hands a value to whoever drives the outermost coroutine through
 * {@link #send}, {@link #raise} and {@link #close}; what the value means is between the two. A coroutine is not
 * thread-safe; it may be handed from one thread to another by any safe publication.
 *
 * @param <T> what it returns
 */
public sealed interface Coroutine<T> extends Awaitable<T>, AutoCloseable permits CoroutineFrame {

    /**
     * Suspension point: waits for something and gives its value, or throws its failure unwrapped. Only inside a
     * suspendable method that is a coroutine.
     *
     * @param <T> what awaiting gives
     * @param awaitable what to wait for: a coroutine not yet started, or any other {@link Awaitable}
     * @return its value
     * @throws TypeMismatchException if it is null
     * @throws IllegalStateException if it is a coroutine that has been awaited or started before
     * @throws NotWovenError if the calling method has not been woven
     */
    static <T> T await(Awaitable<? extends T> awaitable) {
        throw NotWovenError.at("Coroutine.await");
    }

    /**
     * Suspension point: waits for a stage of {@code java.util.concurrent}. A {@link java.util.concurrent.CompletionException}
     * is unwrapped once, so that what fails a chain of stages is thrown as it is; a stage that was cancelled throws {@link
     * Cancellation}. A stage that is complete already does not suspend.
     *
     * <p>A coroutine that waits for a stage hands its {@link CompletionStage#toCompletableFuture() future} to whoever drives
     * it. An event loop and the future of a suspendable method know what to do: wait until it is complete, then resume; any
     * other driver must do the same. Cancelling the coroutine meanwhile cancels that future; await its {@link
     * CompletableFuture#copy() copy} if others share it.
     *
     * @param <T> what the stage gives
     * @param stage what to wait for, not null
     * @return its value
     * @throws TypeMismatchException if it is null
     * @throws NotWovenError if the calling method has not been woven
     */
    static <T> T await(CompletionStage<? extends T> stage) {
        throw NotWovenError.at("Coroutine.await");
    }

    /**
     * Suspension point: waits for a future, as for any {@link #await(CompletionStage) stage}. It is here because a {@code
     * CompletableFuture} is a {@code Future} and a {@code CompletionStage}.
     *
     * @param <T> what the future gives
     * @param future what to wait for, not null
     * @return its value
     * @throws TypeMismatchException if it is null
     * @throws NotWovenError if the calling method has not been woven
     */
    static <T> T await(CompletableFuture<? extends T> future) {
        throw NotWovenError.at("Coroutine.await");
    }

    /**
     * Suspension point: waits for a future that is also a {@link CompletionStage}. Any other future is refused: it has no way
     * to say that it is done, and can only block the thread.
     *
     * @param <T> what the future gives
     * @param future what to wait for, not null
     * @return its value
     * @throws TypeMismatchException if it is null or no stage
     * @throws NotWovenError if the calling method has not been woven
     */
    static <T> T await(Future<? extends T> future) {
        throw NotWovenError.at("Coroutine.await");
    }

    /**
     * Suspension point: pauses the whole chain of awaiting coroutines with a value for whoever drives it (what
     * {@code types.coroutine} is for in Python).
     *
     * @param <S> what is sent back; unchecked
     * @param trap what to hand to the driver; may be null
     * @return what the driver sent
     * @throws NotWovenError if the calling method has not been woven
     */
    static <S> S suspend(Object trap) {
        throw NotWovenError.at("Coroutine.suspend");
    }

    /**
     * Ends a coroutine with a value: {@code return Coroutine.of(x)}.
     *
     * @param <T> what it returns
     * @param value the value; may be null
     * @return a coroutine that ends at once with the value
     */
    @SuppressWarnings("unchecked") // ends with exactly this value
    static <T> Coroutine<T> of(T value) {
        return (Coroutine<T>) (Coroutine<?>) new CompletedCoroutine(value);
    }

    /**
     * Resumes the coroutine.
     *
     * @param value becomes the result of the pending {@link #suspend}; null starts it
     * @return what it suspended with, may be null
     * @throws StopIteration at the end, with the result
     * @throws TypeMismatchException if the value is not null and the coroutine has not started
     * @throws IllegalStateException if it has ended
     * @throws AlreadyExecutingException if it is running
     */
    Object send(Object value);

    /**
     * Raises an exception at the pending suspension point, in the innermost coroutine.
     *
     * @param error what to raise, not null
     * @return what it suspended with next, if the exception is handled
     * @throws StopIteration if the exception is handled and the coroutine ends, with the result
     * @throws IllegalStateException if it has ended
     * @throws AlreadyExecutingException if it is running
     */
    Object raise(Throwable error);

    /**
     * Raises {@link GeneratorExit} at the pending suspension point, from the innermost coroutine outwards. Does nothing
     * once it has ended; a coroutine that has not started just ends.
     *
     * @throws IllegalStateException if the coroutine suspends again instead of ending
     * @throws AlreadyExecutingException if it is running
     */
    @Override
    void close();

    /**
     * Where the coroutine stands.
     *
     * @return its state
     */
    State state();

    /**
     * What a suspended coroutine is awaiting (Python's {@code cr_await}).
     *
     * @return the coroutine or delegate; null if there is none or the coroutine is running
     */
    Object delegate();
}
