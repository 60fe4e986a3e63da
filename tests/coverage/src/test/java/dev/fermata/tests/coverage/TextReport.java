package dev.fermata.tests.coverage;

import java.util.List;
import java.util.SortedMap;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;

/** A source file as the HTML report shows it, with marks in place of colours. */
final class TextReport {
    private TextReport() {}

    /** The lines that have code and those between them, and below them the counters of the class. */
    static String of(Coverage coverage, String program) {
        SortedMap<Integer, ILine> lines = coverage.linesOf(program + ".java");
        List<String> source = Programs.lines(program);
        StringBuilder text = new StringBuilder();
        for (int number = lines.firstKey(); number <= lines.lastKey(); number++) {
            ILine line = lines.get(number);
            text.append(String.format("%s %2d %-9s", mark(line), number, branches(line)))
                    .append(source.get(number - 1), 4, source.get(number - 1).length())
                    .append('\n');
        }
        for (IClassCoverage type : coverage.classesIn(program + ".java").values()) {
            text.append("methods ").append(Show.ratio(type.getMethodCounter()));
            text.append(", lines ").append(Show.ratio(type.getLineCounter()));
            text.append(", branches ")
                    .append(Show.ratio(type.getBranchCounter()))
                    .append('\n');
        }
        return text.toString();
    }

    private static char mark(ILine line) {
        if (line == null) {
            return ' ';
        }
        return switch (line.getStatus()) {
            case ICounter.NOT_COVERED -> '-';
            case ICounter.PARTLY_COVERED -> '~';
            default -> '+';
        };
    }

    private static String branches(ILine line) {
        boolean none = line == null || line.getBranchCounter().getTotalCount() == 0;
        return none ? "" : Show.ratio(line.getBranchCounter());
    }
}
