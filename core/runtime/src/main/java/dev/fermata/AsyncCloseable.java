package dev.fermata;

/**
 * Something whose closing may have to wait (Python's {@code __aexit__}).
 *
 * <p>In a suspendable method that can await, {@code x.close()} of an object that may be one is woven into {@code
 * await(x.closeAsync())}, and so is the {@code close} of a try-with-resources:
 *
 * <pre>{@code
 * @Suspendable
 * static Coroutine<Void> report(Connections pool) {
 *     try (Connection connection = await(pool.open())) {  // a class of yours that implements AsyncCloseable
 *         await(connection.send("report"));
 *     }                                                   // awaits connection.closeAsync()
 *     return null;
 * }
 * }</pre>
 *
 * <p>A block that is {@code synchronized} cannot wait; there {@code close()} stays the call that it is.
 */
public interface AsyncCloseable extends AutoCloseable {
    /**
     * Closes it.
     *
     * @return a coroutine that ends when it is closed; its failure is that of the closing
     */
    Coroutine<Void> closeAsync();

    /**
     * Refuses, because closing has to be awaited; a class that can close at once as well may override it.
     *
     * @throws NotWovenError always: the caller is no woven method that can await
     */
    @Override
    default void close() {
        throw NotWovenError.at("AsyncCloseable.close");
    }
}
