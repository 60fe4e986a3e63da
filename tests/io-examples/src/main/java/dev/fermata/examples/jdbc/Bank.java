package dev.fermata.examples.jdbc;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves money between accounts, many times at once and never half. With H2 within this JVM, or any database that is named:
 *
 * <pre>
 * mvn -q -Pexample package -Dexample=jdbc.Bank
 * mvn -q -Pexample package -Dexample=jdbc.Bank -Darguments="jdbc:postgresql://localhost/postgres?user=postgres"
 * </pre>
 */
public final class Bank {
    private static final String H2 = "jdbc:h2:mem:bank;DB_CLOSE_DELAY=-1";

    private final JdbcPool pool;

    Bank(JdbcPool pool) {
        this.pool = pool;
    }

    @Suspendable
    Coroutine<Void> open(int accounts, long balance) throws SQLException {
        await(pool.transaction(session -> {
            await(session.update("DROP TABLE IF EXISTS account"));
            await(session.update("CREATE TABLE account (id INT PRIMARY KEY, balance BIGINT NOT NULL)"));
            for (int id = 0; id < accounts; id++) {
                await(session.update("INSERT INTO account VALUES (?, ?)", id, balance));
            }
            return null;
        }));
        return null;
    }

    @Suspendable
    Coroutine<Void> transfer(int from, int to, long amount) throws SQLException {
        await(pool.transaction(session -> {
            await(session.query( // both in the order of their numbers, or two transfers could wait for each other
                    row -> null, "SELECT id FROM account WHERE id IN (?, ?) ORDER BY id FOR UPDATE", from, to));
            await(session.update("UPDATE account SET balance = balance + ? WHERE id = ?", amount, to));
            await(session.update("UPDATE account SET balance = balance - ? WHERE id = ?", amount, from));
            if (await(balance(session, from)) < 0) {
                throw new IllegalStateException("account " + from + " has less than " + amount);
            }
            return null;
        }));
        return null;
    }

    @Suspendable
    private static Coroutine<Long> balance(JdbcSession session, int id) throws SQLException {
        List<Long> found = await(session.query(row -> row.getLong(1), "SELECT balance FROM account WHERE id = ?", id));
        return Coroutine.of(found.get(0));
    }

    @Suspendable
    Coroutine<List<Long>> balances() throws SQLException {
        return pool.transaction(
                session -> session.query(row -> row.getLong(1), "SELECT balance FROM account ORDER BY id"));
    }

    @Suspendable
    static Coroutine<List<Long>> program(String url, int accounts, int transfers) throws SQLException {
        try (JdbcPool pool = new JdbcPool(url, 4)) {
            Bank bank = new Bank(pool);
            await(bank.open(accounts, 1000));
            List<Coroutine<Void>> moves = new ArrayList<>();
            for (int i = 0; i < transfers; i++) {
                moves.add(bank.transfer(i % accounts, i * 7 % accounts, i % 10));
            }
            await(Tasks.gather(moves));
            return Coroutine.of(await(bank.balances()));
        }
    }

    /**
     * Prints what is on the accounts in the end.
     *
     * @param arguments where the database is; none for H2
     * @throws SQLException if it refuses
     */
    public static void main(String... arguments) throws SQLException {
        System.out.println(EventLoop.run(program(arguments.length == 0 ? H2 : arguments[0], 5, 100)));
    }
}
