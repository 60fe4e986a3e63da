package dev.fermata.tests.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;
import org.jacoco.core.tools.ExecFileLoader;

/** What JaCoCo reports of one run: an exec file, analysed with the class files that lie on the disk. */
final class Coverage {
    private final CoverageBuilder builder = new CoverageBuilder();

    private Coverage(Path execFile, Path classes) throws IOException {
        ExecFileLoader loader = new ExecFileLoader();
        loader.load(execFile.toFile());
        new Analyzer(loader.getExecutionDataStore(), builder).analyzeAll(classes.toFile());
    }

    static Coverage of(Path execFile, Path classes) {
        try {
            return new Coverage(execFile, classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The classes in the report: what holds no code to be covered is left out of it. */
    List<String> classes() {
        return builder.getClasses().stream()
                .filter(IClassCoverage::containsCode)
                .map(IClassCoverage::getName)
                .sorted()
                .toList();
    }

    /** The classes of the report whose ids are not those of the class files: JaCoCo counts nothing for them. */
    List<String> mismatches() {
        return builder.getNoMatchClasses().stream().map(IClassCoverage::getName).toList();
    }

    /** By line: covered/all instructions and branches. */
    SortedMap<Integer, String> linesOf(String name) {
        SortedMap<Integer, String> lines = new TreeMap<>();
        IClassCoverage coverage = of(name);
        for (int number = coverage.getFirstLine(); number <= coverage.getLastLine(); number++) {
            ILine line = coverage.getLine(number);
            if (line.getStatus() != ICounter.EMPTY) {
                lines.put(
                        number,
                        "instructions " + ratio(line.getInstructionCounter()) + ", branches "
                                + ratio(line.getBranchCounter()));
            }
        }
        return lines;
    }

    /** The lines of which something has run. */
    TreeSet<Integer> visitedLinesOf(String name) {
        IClassCoverage coverage = of(name);
        return linesOf(name).keySet().stream()
                .filter(line -> coverage.getLine(line).getInstructionCounter().getCoveredCount() > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private IClassCoverage of(String name) {
        return builder.getClasses().stream()
                .filter(coverage -> coverage.getName().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static String ratio(ICounter counter) {
        return counter.getCoveredCount() + "/" + counter.getTotalCount();
    }
}
