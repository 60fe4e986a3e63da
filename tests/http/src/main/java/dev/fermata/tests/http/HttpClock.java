package dev.fermata.tests.http;

import dev.fermata.loop.EventLoop;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The header Date, made anew each second. */
final class HttpClock {
    private static final long SECOND = 1_000_000_000;

    private final EventLoop loop = EventLoop.current();
    private String header;
    private long madeAt;

    String header() {
        long now = loop.time();
        if (header == null || now - madeAt >= SECOND) {
            header = "date: "
                    + DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC)) + "\r\n";
            madeAt = now;
        }
        return header;
    }
}
