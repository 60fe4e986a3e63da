package dev.fermata.tests.http;

import dev.fermata.loop.EventLoop;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The header Date, made anew each second. */
final class HttpClock {
    /** With two digits for the day, other than {@link DateTimeFormatter#RFC_1123_DATE_TIME}. */
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final long SECOND = 1_000_000_000;

    private final EventLoop loop = EventLoop.current();
    private String header;
    private long madeAt;

    String header() {
        long now = loop.time();
        if (header == null || now - madeAt >= SECOND) {
            header = "date: " + FORMAT.format(Instant.now()) + "\r\n";
            madeAt = now;
        }
        return header;
    }
}
