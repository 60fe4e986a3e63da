package dev.fermata.examples.jdbc;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A connection to a database, used by one task at a time. What blocks is done by other threads. Cancelling the task cancels
 * the statement, and waits until it has ended: a connection must not be used by two threads.
 */
public final class JdbcSession {
    private static final Duration BETWEEN_REQUESTS_TO_STOP = Duration.ofMillis(50);

    private final String url;

    /** Null before it is needed. Of the threads that do the work, one after the other. */
    private Connection connection;

    /** What is being executed; null if nothing is. */
    private volatile PreparedStatement statement;

    JdbcSession(String url) {
        this.url = url;
    }

    /**
     * Executes a statement.
     *
     * @param sql the statement, with a question mark for each value
     * @param values the values
     * @return gives how many rows have changed
     * @throws SQLException if it fails
     */
    public Coroutine<Integer> update(String sql, Object... values) throws SQLException {
        return offload(() -> {
            try (PreparedStatement prepared = prepare(sql, values)) {
                return prepared.executeUpdate();
            } finally {
                statement = null;
            }
        });
    }

    /**
     * Executes a query.
     *
     * @param <T> what is made of each row
     * @param reader makes it
     * @param sql the query, with a question mark for each value
     * @param values the values
     * @return gives what has been made of the rows
     * @throws SQLException if it fails
     */
    public <T> Coroutine<List<T>> query(RowReader<? extends T> reader, String sql, Object... values)
            throws SQLException {
        return offload(() -> {
            try (PreparedStatement prepared = prepare(sql, values);
                    ResultSet row = prepared.executeQuery()) {
                List<T> result = new ArrayList<>();
                while (row.next()) {
                    result.add(reader.read(row));
                }
                return result;
            } finally {
                statement = null;
            }
        });
    }

    /** Once it has begun, a cancellation waits. */
    @Suspendable
    @SuppressWarnings("try") // the mask is only held
    Coroutine<Void> commit() throws SQLException {
        try (Task.Mask masked = Task.current().maskCancellation()) {
            await(offload(() -> {
                connection().commit();
                return null;
            }));
        }
        return null;
    }

    @Suspendable
    @SuppressWarnings("try") // the mask is only held
    Coroutine<Void> rollBack() throws SQLException {
        try (Task.Mask masked = Task.current().maskCancellation()) {
            await(offload(() -> {
                try {
                    connection().rollback();
                } catch (SQLException broken) {
                    connection.close(); // the next one who needs it opens another
                    throw broken;
                }
                return null;
            }));
        }
        return null;
    }

    Coroutine<Void> close() throws SQLException {
        return offload(() -> {
            if (connection != null) {
                connection.close();
            }
            return null;
        });
    }

    @Suspendable
    @SuppressWarnings("try") // the mask is only held
    private <T> Coroutine<T> offload(Callable<T> work) {
        EventLoop loop = EventLoop.current();
        Deferred<T> working = loop.offload(work);
        try {
            return Coroutine.of(await(Tasks.shield(working))); // or else the thread would be interrupted
        } catch (Cancellation asked) {
            try (Task.Mask masked = Task.current().maskCancellation()) {
                while (!working.isDone()) { // the statement may not have begun when it is first cancelled
                    await(loop.offload(this::cancelStatement));
                    await(Tasks.wait(List.of(working), Until.ALL_DONE, BETWEEN_REQUESTS_TO_STOP));
                }
            }
            if (working.failure() != null) {
                asked.addSuppressed(working.failure());
            }
            throw asked;
        }
    }

    private Void cancelStatement() throws SQLException {
        PreparedStatement executed = statement;
        if (executed != null && !executed.isClosed()) {
            executed.cancel();
        }
        return null;
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement prepared = connection().prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        statement = prepared;
        return prepared;
    }

    private Connection connection() throws SQLException {
        if (connection == null || connection.isClosed()) {
            connection = DriverManager.getConnection(url);
            connection.setAutoCommit(false);
        }
        return connection;
    }
}
