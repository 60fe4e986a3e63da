package dev.fermata.benchmarks.io.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What came of a load. Latencies are in microseconds, from before a request is written to after its answer has been examined.
 *
 * @param connections how many were open at the end
 * @param answers how many requests were answered
 * @param seconds in what time
 * @param errors how many connections broke, were answered wrongly, or not at all
 * @param p50 half of the answers came within
 * @param p99 all but one in a hundred
 * @param p999 all but one in a thousand
 * @param longest all
 */
public record Measurement(
        int connections,
        long answers,
        double seconds,
        long errors,
        double p50,
        double p99,
        double p999,
        double longest) {
    private static final double NANOS_PER_MICRO = 1000;

    static Measurement of(int connections, Duration elapsed, Histogram latencies, long errors) {
        return new Measurement(
                connections,
                latencies.getTotalCount(),
                elapsed.toNanos() / 1e9,
                errors,
                latencies.getValueAtPercentile(50) / NANOS_PER_MICRO,
                latencies.getValueAtPercentile(99) / NANOS_PER_MICRO,
                latencies.getValueAtPercentile(99.9) / NANOS_PER_MICRO,
                latencies.getMaxValue() / NANOS_PER_MICRO);
    }

    /** The same with errors that came before. */
    Measurement withErrors(long more) {
        return new Measurement(connections, answers, seconds, errors + more, p50, p99, p999, longest);
    }
}
