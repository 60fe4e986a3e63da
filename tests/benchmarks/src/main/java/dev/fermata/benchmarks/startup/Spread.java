package dev.fermata.benchmarks.startup;

import java.util.Arrays;
import java.util.Locale;

/**
 * Median and quartiles of some measurements, each the nearest measured value.
 *
 * @param low a quarter of the values are not above it
 * @param median half of them are not
 * @param high three quarters are not
 */
public record Spread(long low, long median, long high) {
    /**
     * The spread of some values.
     *
     * @param values at least one, in any order; left as they are
     * @return their median and quartiles
     */
    public static Spread of(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Spread(sorted[last / 4], sorted[last / 2], sorted[last - last / 4]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d (%d to %d)", median, low, high);
    }
}
