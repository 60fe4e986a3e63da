package dev.fermata.examples.jdbc;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.queue.AsyncQueue;
import java.sql.SQLException;

/** A number of connections to a database, for any number of tasks. */
public final class JdbcPool implements AsyncCloseable {
    private final AsyncQueue<JdbcSession> idle;

    /**
     * Makes a pool; connections are opened as they are needed.
     *
     * @param url where the database is, as JDBC knows it
     * @param size how many connections there are at most
     */
    public JdbcPool(String url, int size) {
        idle = AsyncQueue.lifo(size);
        for (int i = 0; i < size; i++) {
            idle.tryPut(new JdbcSession(url));
        }
    }

    /**
     * Does something in a transaction, when a connection is free. What it does is committed at its end, and rolled back if it
     * fails or its task is cancelled.
     *
     * @param <T> what it gives
     * @param work what to do, not null
     * @return gives what it gives
     * @throws SQLException if the database refuses
     */
    @Suspendable
    public <T> Coroutine<T> transaction(Work<T> work) throws SQLException {
        JdbcSession session = await(idle.get());
        try {
            T result = await(work.start(session));
            await(session.commit());
            return Coroutine.of(result);
        } catch (Throwable failure) {
            try {
                await(session.rollBack());
            } catch (SQLException broken) {
                failure.addSuppressed(broken);
            }
            throw failure;
        } finally {
            idle.tryPut(session);
        }
    }

    /** Closes the connections, each when its transaction has ended. */
    @Override
    @Suspendable
    public Coroutine<Void> closeAsync() {
        for (int i = idle.capacity(); i > 0; i--) {
            JdbcSession session = await(idle.get());
            try {
                await(session.close());
            } catch (SQLException e) {
                throw new IllegalStateException("a connection cannot be closed", e);
            }
        }
        return null;
    }
}
