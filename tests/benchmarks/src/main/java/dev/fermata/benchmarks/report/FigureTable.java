package dev.fermata.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Figures as a table of Markdown: one row for each way to do a work, the smallest figure first. A column that would be empty
 * is left away.
 */
final class FigureTable {
    private static final List<Column> COLUMNS = List.of(
            new Column("work", "---", Figure::work),
            new Column("variant", "---", FigureTable::variant),
            new Column("cost", "---:", figure -> Numbers.text(figure.value()) + " " + figure.unit()),
            new Column("±", "---:", figure -> Numbers.text(figure.error())),
            new Column("× Fermata", "---:", figure -> Numbers.text(figure.toFermata())),
            new Column("× hand-written", "---:", figure -> Numbers.text(figure.toHandWritten())),
            new Column("bytes allocated", "---:", figure -> Numbers.text(figure.allocation())));

    private record Column(String title, String rule, Function<Figure, String> cell) {
        private boolean isEmptyFor(List<Figure> figures) {
            return figures.stream().map(cell).allMatch(String::isEmpty);
        }
    }

    private FigureTable() {}

    static String of(List<Figure> figures) {
        List<Column> columns = new ArrayList<>(COLUMNS);
        columns.removeIf(column -> column.isEmptyFor(figures));
        StringBuilder table = new StringBuilder();
        table.append(row(columns, Column::title)).append(row(columns, Column::rule));
        Map<String, List<Figure>> works = Comparison.byWork(figures);
        works.forEach((work, variants) ->
                variants.forEach(figure -> table.append(row(columns, column -> column.cell.apply(figure)))));
        return table.toString();
    }

    private static String row(List<Column> columns, Function<Column, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String variant(Figure figure) {
        return figure.isFermata() ? "**" + figure.variant() + "**" : figure.variant();
    }
}
