package dev.fermata.benchmarks.report;

import java.util.Locale;

/** Numbers for people: about three digits that mean something, and no more. */
public final class Numbers {
    private Numbers() {}

    /**
     * Writes a number.
     *
     * @param number any number, or null
     * @return its text; nothing for null
     */
    public static String text(Double number) {
        if (number == null) {
            return "";
        }
        double size = Math.abs(number);
        String format = size < 0.1 && size > 0 ? "%.3f" : size < 10 ? "%.2f" : size < 100 ? "%.1f" : "%.0f";
        return String.format(Locale.ROOT, format, number);
    }
}
