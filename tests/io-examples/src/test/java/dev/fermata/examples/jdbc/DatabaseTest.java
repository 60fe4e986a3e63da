package dev.fermata.examples.jdbc;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.sync.Event;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What any database has to do. */
@Timeout(60)
abstract class DatabaseTest {
    /** Takes minutes, unless it is cancelled. */
    private final String longQuery;

    /** Counts the connections that execute what is like its parameter. */
    private final String executing;

    DatabaseTest(String longQuery, String executing) {
        this.longQuery = longQuery;
        this.executing = executing;
    }

    abstract String url();

    private interface Body {
        Coroutine<Void> start(Bank bank, JdbcPool pool) throws Exception;
    }

    private void run(int connections, Body body) throws Exception {
        EventLoop.run(opened(connections, body));
    }

    @Suspendable
    private Coroutine<Void> opened(int connections, Body body) throws Exception {
        try (JdbcPool pool = new JdbcPool(url(), connections)) {
            Bank bank = new Bank(pool);
            await(bank.open(3, 100));
            await(body.start(bank, pool));
        }
        return null;
    }

    @Test
    void the_program_neither_makes_money_nor_loses_it() throws SQLException {
        Long[] expected = {1000L, 1000L, 1000L, 1000L, 1000L};
        for (int i = 0; i < 100; i++) {
            expected[i % 5] -= i % 10;
            expected[i * 7 % 5] += i % 10;
        }
        assertEquals(List.of(expected), EventLoop.run(Bank.program(url(), 5, 100)));
    }

    @Test
    void what_fails_is_rolled_back() throws Exception {
        run(1, (bank, pool) -> {
            Throwable failure =
                    await(Tasks.settle(bank.transfer(0, 1, 101))).get(0).failure();
            assertEquals("account 0 has less than 101", failure.getMessage());
            assertEquals(List.of(100L, 100L, 100L), await(bank.balances()));
            return null;
        });
    }

    @Test
    void a_failure_of_the_database_comes_as_it_is_and_the_connection_can_be_used_again() throws Exception {
        run(1, (bank, pool) -> {
            Throwable failure = await(Tasks.settle(pool.transaction(session -> session.update("NONSENSE"))))
                    .get(0)
                    .failure();
            assertInstanceOf(SQLException.class, failure);
            assertEquals(List.of(100L, 100L, 100L), await(bank.balances()));
            return null;
        });
    }

    @Test
    void a_task_that_is_cancelled_between_two_statements_leaves_nothing_behind() throws Exception {
        run(1, (bank, pool) -> {
            Event halfWay = new Event();
            Task<Object> task = EventLoop.current().spawn(pool.transaction(session -> {
                await(session.update("UPDATE account SET balance = 0"));
                halfWay.set();
                await(new Event().await()); // for ever
                return null;
            }));
            await(halfWay.await());
            task.cancel();
            await(Tasks.wait(List.of(task), Until.ALL_DONE));
            assertTrue(task.isCancelled());
            assertEquals(List.of(100L, 100L, 100L), await(bank.balances()));
            return null;
        });
    }

    @Test
    void a_statement_is_stopped_with_its_task_and_the_loop_goes_on_meanwhile() throws Exception {
        run(2, (bank, pool) -> {
            Task<Object> task = EventLoop.current().spawn(pool.transaction(session -> {
                await(session.update("UPDATE account SET balance = 0"));
                await(session.query(row -> null, longQuery));
                return null;
            }));
            while (!await(isExecuted(pool, longQuery))) {
                await(EventLoop.sleep(Duration.ofMillis(10)));
            }
            task.cancel();
            task.cancel();
            await(Tasks.within(Duration.ofSeconds(20), Tasks.wait(List.of(task), Until.ALL_DONE)));
            assertTrue(task.isCancelled());
            assertEquals(List.of(100L, 100L, 100L), await(bank.balances()));
            return null;
        });
    }

    @Test
    void a_statement_that_has_not_begun_is_stopped_too() throws Exception {
        run(1, (bank, pool) -> {
            Event begins = new Event();
            Task<Object> task = EventLoop.current().spawn(pool.transaction(session -> {
                begins.set();
                await(session.query(row -> null, longQuery));
                return null;
            }));
            await(begins.await());
            task.cancel();
            await(Tasks.within(Duration.ofSeconds(20), Tasks.wait(List.of(task), Until.ALL_DONE)));
            assertTrue(task.isCancelled());
            assertEquals(List.of(100L, 100L, 100L), await(bank.balances()));
            return null;
        });
    }

    @Suspendable
    private Coroutine<Boolean> isExecuted(JdbcPool pool, String sql) throws SQLException {
        List<Long> count = await(pool.transaction(
                session -> session.query(row -> row.getLong(1), executing, "%" + sql.substring(10) + "%")));
        return Coroutine.of(count.get(0) > 0);
    }
}
