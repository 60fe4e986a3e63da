package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.report.Comparison;
import dev.fermata.benchmarks.report.Figure;
import dev.fermata.benchmarks.report.RatioChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Writes the page and the charts of a run that has been measured. */
public final class Render {
    private Render() {}

    /**
     * Renders.
     *
     * @param arguments the file with the result, and the directory to write to
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        write(Report.read(Path.of(arguments[0])), Path.of(arguments[1]));
    }

    static void write(Report report, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Work work : Work.ALL) {
            Path file = directory.resolve(work.title() + ".svg");
            String chart = chart(report, work);
            if (chart.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, chart);
            }
        }
        Files.writeString(directory.resolve("README.md"), Page.of(report));
    }

    /** Empty if Fermata is not among those who were measured. */
    static String chart(Report report, Work work) {
        List<Figure> figures = Result.byPlace(report.trials()).values().stream()
                .flatMap(Collection::stream)
                .filter(result -> result.work().equals(work.title()))
                .map(Result::figure)
                .toList();
        return RatioChart.svg(work.title() + ": from one answer to the next", Comparison.compared(figures));
    }
}
