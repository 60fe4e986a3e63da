package dev.fermata.examples.jdbc;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTest extends DatabaseTest {
    private static PostgresServer server;

    PostgresTest() {
        super(
                "SELECT pg_sleep(120)",
                "SELECT COUNT(*) FROM pg_stat_activity"
                        + " WHERE query LIKE ? AND state = 'active' AND pid <> pg_backend_pid()");
    }

    @BeforeAll
    static void start() throws IOException {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    String url() {
        return server.url();
    }
}
