package dev.fermata.examples.jdbc;

import dev.fermata.Coroutine;
import java.sql.SQLException;

/**
 * What happens in a transaction.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface Work<T> {
    /**
     * Makes the coroutine; as a lambda, it may await.
     *
     * @param session executes statements
     * @return the coroutine, fresh
     * @throws SQLException if it fails
     */
    Coroutine<T> start(JdbcSession session) throws SQLException;
}
