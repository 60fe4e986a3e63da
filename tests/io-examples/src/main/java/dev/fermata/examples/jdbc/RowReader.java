package dev.fermata.examples.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Makes something of a row. Runs on another thread than the loop's.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface RowReader<T> {
    /**
     * Reads a row.
     *
     * @param row stands at the row, and is not to be moved
     * @return what it makes of it
     * @throws SQLException if that cannot be read
     */
    T read(ResultSet row) throws SQLException;
}
