package dev.fermata.examples.jdbc;

import java.util.UUID;

class H2Test extends DatabaseTest {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    H2Test() {
        super(
                "SELECT SUM(a.x + b.x) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b",
                "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS"
                        + " WHERE EXECUTING_STATEMENT LIKE ? AND SESSION_ID <> SESSION_ID()");
    }

    @Override
    String url() {
        return url;
    }
}
