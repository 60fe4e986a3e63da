package dev.fermata.benchmarks.io.servers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;

/**
 * The time of day as HTTP writes it, made anew each second, in the form that a server needs. Any thread.
 *
 * @param <T> that form
 */
final class DateHeader<T> {
    private static final long SECOND = 1_000_000_000;

    private record Made<T>(long at, T header) {}

    private final Function<String, T> form;
    private volatile Made<T> made;

    DateHeader(Function<String, T> form) {
        this.form = form;
        made = make(System.nanoTime());
    }

    private Made<T> make(long now) {
        String text = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        return new Made<>(now, form.apply(text));
    }

    T now() {
        long now = System.nanoTime();
        Made<T> last = made;
        if (now - last.at >= SECOND) {
            last = make(now);
            made = last;
        }
        return last.header;
    }
}
