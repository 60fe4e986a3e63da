package dev.fermata.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
        for (Family family : Family.values()) {
            String chart = RatioChart.svg(family.title(), family.figuresIn(report));
            if (chart.isEmpty()) {
                Files.deleteIfExists(directory.resolve(family.chart()));
            } else {
                Files.writeString(directory.resolve(family.chart()), chart);
            }
        }
        Files.writeString(directory.resolve("README.md"), Page.of(report));
    }
}
