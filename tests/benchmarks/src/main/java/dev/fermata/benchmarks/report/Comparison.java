package dev.fermata.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Sets the variants of a work side by side. */
public final class Comparison {
    private Comparison() {}

    /** The figures by work, in the order of their first mention; within a work, the smallest first. */
    static Map<String, List<Figure>> byWork(List<Figure> figures) {
        return figures.stream()
                .sorted((a, b) -> Double.compare(a.value(), b.value()))
                .collect(Collectors.groupingBy(
                        Figure::work, () -> inOrderOfMention(figures), Collectors.toUnmodifiableList()));
    }

    private static Map<String, List<Figure>> inOrderOfMention(List<Figure> figures) {
        Map<String, List<Figure>> works = new LinkedHashMap<>();
        figures.forEach(figure -> works.put(figure.work(), null));
        return works;
    }

    /**
     * Compares.
     *
     * @param figures of any works
     * @return the same figures, each with its ratios to those of the same work
     */
    public static List<Figure> compared(List<Figure> figures) {
        return byWork(figures).values().stream()
                .flatMap(variants -> {
                    double handWritten =
                            smallest(variants, figure -> figure.variant().equals(Figure.HAND_WRITTEN));
                    double fermata = smallest(variants, Figure::isFermata);
                    return variants.stream().map(figure -> figure.compared(handWritten, fermata));
                })
                .toList();
    }

    /** Not a number if there is none. */
    private static double smallest(List<Figure> variants, Predicate<Figure> which) {
        return variants.stream().filter(which).mapToDouble(Figure::value).min().orElse(Double.NaN);
    }
}
