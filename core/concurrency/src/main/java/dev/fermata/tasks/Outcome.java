package dev.fermata.tasks;

import dev.fermata.Cancellation;
import dev.fermata.loop.Deferred;

/**
 * How a task or promise has ended.
 *
 * @param <T> the type of its value
 */
public sealed interface Outcome<T> permits Outcome.Value, Outcome.Failure {
    /**
     * It has a value.
     *
     * @param <T> the type of the value
     * @param value the value, may be null
     */
    record Value<T>(T value) implements Outcome<T> {
        @Override
        public T get() {
            return value;
        }

        @Override
        public Throwable failure() {
            return null;
        }
    }

    /**
     * It has failed or was cancelled.
     *
     * @param <T> what the type of the value would have been
     * @param failure what it failed with; a {@link Cancellation} if it was cancelled
     */
    record Failure<T>(Throwable failure) implements Outcome<T> {
        @Override
        public T get() {
            throw Bodies.asIs(failure);
        }
    }

    /**
     * The value.
     *
     * @return the value, may be null; a failure is thrown as it is, checked or not
     */
    T get();

    /**
     * The failure.
     *
     * @return what it failed with, a {@link Cancellation} if it was cancelled; null if it has a value
     */
    Throwable failure();

    /**
     * Whether it was cancelled.
     *
     * @return true if the failure is a {@link Cancellation}
     */
    default boolean isCancelled() {
        return failure() instanceof Cancellation;
    }

    /**
     * How something has ended. Its failure counts as seen.
     *
     * @param <T> the type of its value
     * @param done a task or promise
     * @return its outcome
     * @throws dev.fermata.InvalidStateException if it is not done
     */
    static <T> Outcome<T> of(Deferred<T> done) {
        Throwable failure;
        try {
            failure = done.failure();
        } catch (Cancellation cancelled) {
            failure = cancelled;
        }
        return failure == null ? new Value<>(done.result()) : new Failure<>(failure);
    }
}
