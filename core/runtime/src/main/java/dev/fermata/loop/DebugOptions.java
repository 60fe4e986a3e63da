package dev.fermata.loop;

import java.time.Duration;
import java.util.Objects;

/**
 * What the debug mode of a loop takes for too long (asyncio's {@code slow_callback_duration}, and more).
 *
 * @param slowStep how long a task or a callback may keep the loop busy without giving way, positive; more is logged once it
 *     is over
 * @param blocked how long it may do so before another thread logs where it is, while it lasts; positive
 * @param lingering how long a task may go on after it has been asked to stop, positive
 * @see EventLoop#setDebug(DebugOptions)
 */
public record DebugOptions(Duration slowStep, Duration blocked, Duration lingering) {
    private static final String PREFIX = "fermata.debug.";

    /**
     * Makes options.
     *
     * @throws IllegalArgumentException if a time is not positive
     */
    public DebugOptions {
        checkPositive(slowStep, "slowStep");
        checkPositive(blocked, "blocked");
        checkPositive(lingering, "lingering");
    }

    /**
     * What the system properties {@code fermata.debug.slowStep}, {@code fermata.debug.blocked} and {@code
     * fermata.debug.lingering} say, in milliseconds; without them 100 ms, 1 s and 10 s.
     *
     * @return the options
     * @throws IllegalArgumentException if a property is no positive number
     */
    public static DebugOptions defaults() {
        return new DebugOptions(property("slowStep", 100), property("blocked", 1_000), property("lingering", 10_000));
    }

    /**
     * The same with another limit.
     *
     * @param limit how long a step may last, positive
     * @return the options
     */
    public DebugOptions withSlowStep(Duration limit) {
        return new DebugOptions(limit, blocked, lingering);
    }

    /**
     * The same with another limit.
     *
     * @param limit how long the loop may be kept busy before the stack of its thread is logged, positive
     * @return the options
     */
    public DebugOptions withBlocked(Duration limit) {
        return new DebugOptions(slowStep, limit, lingering);
    }

    /**
     * The same with another limit.
     *
     * @param limit how long a task may go on after it has been asked to stop, positive
     * @return the options
     */
    public DebugOptions withLingering(Duration limit) {
        return new DebugOptions(slowStep, blocked, limit);
    }

    private static Duration property(String name, long otherwise) {
        String text = System.getProperty(PREFIX + name);
        if (text == null) {
            return Duration.ofMillis(otherwise);
        }
        try {
            return Duration.ofMillis(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the system property " + PREFIX + name + " is to be a number of milliseconds: " + text, e);
        }
    }

    private static void checkPositive(Duration limit, String name) {
        if (!Nanos.isPositive(Objects.requireNonNull(limit, name))) {
            throw new IllegalArgumentException(name + " is to be positive: " + limit);
        }
    }
}
