package dev.fermata.tests.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.analysis.ILine;
import org.jacoco.core.analysis.ISourceFileCoverage;
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

    /** The classes of a source file in the report, by name: what holds no code to be covered is left out of it. */
    SortedMap<String, IClassCoverage> classesIn(String sourceFile) {
        SortedMap<String, IClassCoverage> classes = new TreeMap<>();
        for (IClassCoverage each : builder.getClasses()) {
            if (each.containsCode() && sourceFile.equals(each.getSourceFileName())) {
                classes.put(each.getName(), each);
            }
        }
        return classes;
    }

    /** The classes of the report whose ids are not those of the class files: JaCoCo counts nothing for them. */
    List<String> mismatches() {
        return builder.getNoMatchClasses().stream()
                .map(IClassCoverage::getName)
                .sorted()
                .toList();
    }

    /** The lines that have code, by number. */
    SortedMap<Integer, ILine> linesOf(String sourceFile) {
        ISourceFileCoverage file = builder.getSourceFiles().stream()
                .filter(each -> each.getName().equals(sourceFile))
                .findAny()
                .orElseThrow();
        SortedMap<Integer, ILine> lines = new TreeMap<>();
        for (int number = file.getFirstLine(); number <= file.getLastLine(); number++) {
            if (file.getLine(number).getStatus() != ICounter.EMPTY) {
                lines.put(number, file.getLine(number));
            }
        }
        return lines;
    }
}
