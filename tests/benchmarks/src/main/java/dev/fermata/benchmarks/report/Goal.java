package dev.fermata.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A bound for a figure, or for how many times another figure it is.
 *
 * @param text what is bounded
 * @param over the figure
 * @param under what it is divided by, or null
 * @param relation on which side of the bound it must lie
 * @param bound the bound on the newest JDK
 */
record Goal(String text, Quantity over, Quantity under, Relation relation, double bound) {
    /** The first JDK that the bounds are meant for; older ones are given more room. */
    private static final int FULL_MEASURE_FROM = 25;

    private static final double SHARE_ON_OLDER = 0.7;

    /** Sides of a bound. */
    enum Relation {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /**
     * Which of the numbers of which figure.
     *
     * @param workload a workload, which stands for all settings of its parameters, or one work; null for the same work as
     *     the quantity beside it
     * @param variant how the variant's name begins; the fastest is taken
     * @param allocated whether the allocation is meant rather than the value
     */
    record Quantity(String workload, String variant, boolean allocated) {
        private Optional<Number> in(List<Figure> figures, String work) {
            return figures.stream()
                    .filter(figure ->
                            figure.work().equals(work) && figure.variant().startsWith(variant))
                    .filter(figure -> !allocated || figure.allocation() != null)
                    .min((a, b) -> Double.compare(a.value(), b.value()))
                    .map(figure -> allocated
                            ? new Number(figure.allocation(), 0)
                            : new Number(figure.value(), figure.error() == null ? 0 : figure.error()));
        }
    }

    private record Number(double value, double error) {
        /** Errors that do not depend on each other add up as squares of their shares. */
        Number dividedBy(Number other) {
            double quotient = value / other.value;
            return new Number(quotient, quotient * Math.hypot(error / value, other.error / other.value));
        }
    }

    /**
     * How it turned out in one work.
     *
     * @param goal the goal
     * @param work the work, or null if none was measured
     * @param bound the bound on the JDK that was measured
     * @param figure what is bounded, or null if it was not measured
     * @param error half of what it is uncertain by
     */
    record Outcome(Goal goal, String work, double bound, Double figure, double error) {
        boolean isMet() {
            return figure != null && (goal.relation == Relation.AT_MOST ? figure <= bound : figure >= bound);
        }

        /** Whether the figure is farther from the bound than it is uncertain by. */
        boolean isClear() {
            return figure != null && Math.abs(figure - bound) > error;
        }
    }

    /** One outcome for each work that has been measured; one without a figure if there is none. */
    List<Outcome> in(List<Figure> figures, int feature) {
        double scaled = boundOn(feature);
        List<Outcome> outcomes = figures.stream()
                .map(Figure::work)
                .distinct()
                .filter(isOf(over.workload))
                .flatMap(
                        work -> figureIn(figures, work)
                                .map(number -> new Outcome(this, work, scaled, number.value, number.error))
                                .stream())
                .toList();
        return outcomes.isEmpty() ? List.of(new Outcome(this, null, scaled, null, 0)) : outcomes;
    }

    private Optional<Number> figureIn(List<Figure> figures, String work) {
        Optional<Number> above = over.in(figures, work);
        if (under == null) {
            return above;
        }
        String workBelow = under.workload == null ? work : under.workload;
        Optional<Number> below = under.in(figures, workBelow).filter(number -> number.value != 0);
        return above.flatMap(number -> below.map(number::dividedBy));
    }

    private static Predicate<String> isOf(String workload) {
        return work -> work.equals(workload) || work.startsWith(workload + ",");
    }

    /** Bytes are the same everywhere; ratios of times are not. */
    private double boundOn(int feature) {
        if (feature >= FULL_MEASURE_FROM || under == null) {
            return bound;
        }
        return relation == Relation.AT_MOST ? bound / SHARE_ON_OLDER : bound * SHARE_ON_OLDER;
    }
}
