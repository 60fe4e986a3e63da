package dev.fermata.benchmarks.report;

import java.util.List;
import java.util.Map;

/** Figures as a table of Markdown: one row for each way to do a work, the smallest figure first. */
final class FigureTable {
    private FigureTable() {}

    static String of(List<Figure> figures) {
        StringBuilder table = new StringBuilder("""
                | work | variant | | ± | × Fermata | × hand-written | bytes allocated |
                | --- | --- | ---: | ---: | ---: | ---: | ---: |
                """);
        Map<String, List<Figure>> works = Comparison.byWork(figures);
        works.forEach((work, variants) -> variants.forEach(figure -> table.append(row(figure))));
        return table.toString();
    }

    private static String row(Figure figure) {
        String variant = figure.isFermata() ? "**" + figure.variant() + "**" : figure.variant();
        return "| " + figure.work() + " | " + variant + " | " + Numbers.text(figure.value()) + " " + figure.unit()
                + " | " + Numbers.text(figure.error()) + " | " + Numbers.text(figure.toFermata()) + " | "
                + Numbers.text(figure.toHandWritten()) + " | " + Numbers.text(figure.allocation()) + " |\n";
    }
}
