package dev.fermata.benchmarks.report;

/**
 * A row of a chart: the name of a work, or a bar below it.
 *
 * @param work the work
 * @param figure what the bar stands for, or null
 */
record ChartRow(String work, Figure figure) implements Comparable<ChartRow> {
    static ChartRow heading(String work) {
        return new ChartRow(work, null);
    }

    static ChartRow of(Figure figure) {
        return new ChartRow(figure.work(), figure);
    }

    boolean isHeading() {
        return figure == null;
    }

    boolean isBold() {
        return isHeading() || figure.isFermata();
    }

    /** How many powers of ten times Fermata's figure it is; null for a name. */
    Double logarithm() {
        return isHeading() ? null : Math.log10(figure.toFermata());
    }

    /** The same at the end of the error, {@code -1} for the lower one; not a number below zero. */
    double logarithmAtError(int sign) {
        double error = figure.error() == null ? 0 : figure.error();
        return Math.log10(figure.toFermata() * (1 + sign * error / figure.value()));
    }

    /** Rows keep the order in which they are added; a chart asks only that keys can be compared. */
    @Override
    public int compareTo(ChartRow other) {
        return toString().compareTo(other.toString());
    }

    /** What stands beside the bar. */
    @Override
    public String toString() {
        return isHeading() ? work : figure.variant() + "   " + Numbers.text(figure.value()) + " " + figure.unit();
    }
}
