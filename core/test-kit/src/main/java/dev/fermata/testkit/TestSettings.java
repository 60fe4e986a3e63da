package dev.fermata.testkit;

import java.time.Duration;
import java.util.Objects;

/**
 * How a test is run.
 *
 * @param startNanos the time at which the virtual clock starts
 * @param timeout for how long, in real time, a run may wait for other threads, or go round without waiting
 */
public record TestSettings(long startNanos, Duration timeout) {
    /** From 0, ten seconds. */
    public static final TestSettings DEFAULT = new TestSettings(0, VirtualClock.DEFAULT_TIMEOUT);

    /** Checks the timeout. */
    public TestSettings {
        Objects.requireNonNull(timeout, "timeout");
    }

    /**
     * The same but for the start of the clock.
     *
     * @param nanos just below {@link Long#MAX_VALUE} to see it wrap
     * @return other settings
     */
    public TestSettings startingAt(long nanos) {
        return new TestSettings(nanos, timeout);
    }

    /**
     * The same but for the timeout.
     *
     * @param limit in real time, not null
     * @return other settings
     */
    public TestSettings within(Duration limit) {
        return new TestSettings(startNanos, limit);
    }
}
