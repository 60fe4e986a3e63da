package dev.fermata.benchmarks.report;

/**
 * One measured number: what a piece of work costs when it is done in one way. Two figures may be divided only if they are of
 * the same work, or of works that differ in a parameter alone.
 *
 * @param work the workload, and its parameters with their values: {@code "EventLoopTurn, depth 100"}
 * @param variant the way it is done: {@code "fermata"}, {@code "kotlinSequence"}
 * @param unit what {@code value} and {@code error} count
 * @param value the mean, or the median of what was measured in JVMs of its own
 * @param error half of what it is uncertain by, in the same unit, or null if that is not known
 * @param allocation bytes allocated for one operation, or null if they were not counted
 * @param toHandWritten how many times the value of the variant written by hand, or null if there is none
 * @param toFermata how many times the value of Fermata's best variant, or null if there is none
 */
public record Figure(
        String work,
        String variant,
        String unit,
        double value,
        Double error,
        Double allocation,
        Double toHandWritten,
        Double toFermata) {
    /** The variant that others are compared with. */
    public static final String HAND_WRITTEN = "handWritten";
    /** How the names of Fermata's variants begin. */
    public static final String FERMATA = "fermata";

    /**
     * A figure that has not been compared yet.
     *
     * @param work the workload and its parameters
     * @param variant the way it is done
     * @param unit what is counted
     * @param value the figure
     * @param error half of what it is uncertain by; null or not a number if that is not known
     * @param allocation bytes allocated for one operation, null or not a number if they were not counted
     * @return the figure, without ratios
     */
    public static Figure of(String work, String variant, String unit, double value, Double error, Double allocation) {
        return new Figure(work, variant, unit, value, known(error), known(allocation), null, null);
    }

    Figure compared(double handWritten, double fermata) {
        return new Figure(
                work, variant, unit, value, error, allocation, known(value / handWritten), known(value / fermata));
    }

    /** The workload without its parameters. */
    String workload() {
        return work.split(",", 2)[0];
    }

    boolean isFermata() {
        return variant.startsWith(FERMATA);
    }

    /** JSON has no NaN, which is what JMH says about the error of a single iteration. */
    private static Double known(Double number) {
        return number == null || !Double.isFinite(number) ? null : number;
    }
}
