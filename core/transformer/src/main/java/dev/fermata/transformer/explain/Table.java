package dev.fermata.transformer.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Columns of text, each as wide as its widest cell; the last is never filled up. What is in the cells may be anything. */
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    void row(String... cells) {
        rows.add(Stream.of(cells).map(Visible::onOneLine).toList());
    }

    void print(String indent, StringBuilder out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(cell);
                if (column < row.size() - 1) {
                    line.append(" ".repeat(width(column) - cell.length())).append(GAP);
                }
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size() - 1)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
