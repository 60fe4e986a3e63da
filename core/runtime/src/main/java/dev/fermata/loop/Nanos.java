package dev.fermata.loop;

import java.time.Duration;

/** Durations as the loop's clock counts them. */
final class Nanos {
    /** A clock that wraps tells past from future by differences, so half its range is the longest wait: 146 years. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 2);

    /** {@code Duration.negated} would multiply two decimals of any length, at each call. */
    private static final Duration SHORTEST = Duration.ofNanos(-(Long.MAX_VALUE / 2));

    private Nanos() {}

    /** Nanoseconds of a delay, which may be negative; the longest there is if it is longer. */
    static long of(Duration delay) {
        if (delay.compareTo(LONGEST) > 0) {
            return LONGEST.toNanos();
        }
        return delay.compareTo(SHORTEST) < 0 ? SHORTEST.toNanos() : delay.toNanos();
    }

    /** To three digits or so, for people: {@code 12 ms}, {@code 3.2 s}, {@code 5 min}. */
    static String text(long nanos) {
        Duration duration = Duration.ofNanos(nanos);
        if (duration.toMinutes() >= 120) {
            return duration.toHours() >= 72 ? duration.toDays() + " d" : duration.toHours() + " h";
        }
        if (duration.toSeconds() >= 120) {
            return duration.toMinutes() + " min";
        }
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        return duration.toSeconds() >= 10
                ? duration.toSeconds() + " s"
                : duration.toSeconds() + "." + duration.toMillisPart() / 100 + " s";
    }

    static boolean isPositive(Duration delay) {
        return !delay.isNegative() && !delay.isZero();
    }
}
