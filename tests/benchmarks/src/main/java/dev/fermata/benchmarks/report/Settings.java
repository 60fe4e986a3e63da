package dev.fermata.benchmarks.report;

import java.util.Locale;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How often and how long JMH measures each benchmark.
 *
 * @param forks how many JVMs, one after the other
 * @param warmUps iterations in each JVM that do not count
 * @param warmUpMillis the length of one
 * @param measurements iterations in each JVM that count
 * @param measurementMillis the length of one
 */
record Settings(int forks, int warmUps, int warmUpMillis, int measurements, int measurementMillis) {
    /** Nine seconds for each benchmark, so that two hundred of them take half an hour. */
    private static final Settings FULL = new Settings(3, 4, 300, 5, 200);

    /** Three seconds for each. */
    private static final Settings QUICK = new Settings(1, 3, 400, 4, 300);

    /** An operation of the transformer's benchmarks takes a good part of a second, and is compiled late. */
    private static final Settings FULL_FOR_WEAVING = new Settings(3, 5, 1000, 5, 1000);

    private static final Settings QUICK_FOR_WEAVING = new Settings(1, 5, 1000, 3, 1000);

    static Settings of(boolean quick) {
        return quick ? QUICK : FULL;
    }

    static Settings forWeaving(boolean quick) {
        return quick ? QUICK_FOR_WEAVING : FULL_FOR_WEAVING;
    }

    void applyTo(ChainedOptionsBuilder options) {
        options.forks(forks)
                .warmupIterations(warmUps)
                .warmupTime(TimeValue.milliseconds(warmUpMillis))
                .measurementIterations(measurements)
                .measurementTime(TimeValue.milliseconds(measurementMillis));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d fork%s, %d × %d ms of warm-up, %d × %d ms measured",
                forks,
                forks == 1 ? "" : "s",
                warmUps,
                warmUpMillis,
                measurements,
                measurementMillis);
    }
}
