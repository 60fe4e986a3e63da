package dev.fermata.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The benchmark command: measures everything that matches, and writes the result, the page and the charts. */
public final class Measure {
    private static final String EVERYTHING = ".*";

    private Measure() {}

    /**
     * Measures.
     *
     * @param arguments a regular expression of what to run, {@code .*} for everything; whether to be quick about it; the root of
     *     the project; a directory for what need not be kept
     * @throws IOException if a file cannot be read or written
     * @throws RunnerException if JMH cannot run
     * @throws IllegalStateException if a benchmark has failed; what the others have given has been written by then
     */
    public static void main(String[] arguments) throws IOException, RunnerException {
        boolean quick = Boolean.parseBoolean(arguments[1]);
        String run = !arguments[0].equals(EVERYTHING) ? "partial" : quick ? "quick" : "full";
        Path root = Path.of(arguments[2]).toAbsolutePath().normalize();
        Path work = Files.createDirectories(Path.of(arguments[3]));
        List<LeftOut> leftOut = new ArrayList<>(JmhRun.impossible());
        JmhRun jmh = new JmhRun(arguments[0], work.resolve("jmh-result.json"), work.resolve("corpus"), quick);
        List<Figure> figures = new ArrayList<>(jmh.measure());
        leftOut.addAll(jmh.failed());
        Report report = Report.of(run, Environment.here(), Settings.of(quick), figures, leftOut);
        Path directory = root.resolve("docs/benchmarks").resolve(run);
        report.write(directory.resolve("result.json"));
        Render.write(report, directory);
        System.out.println("\n" + Page.of(report) + "\nWritten to " + directory);
        if (!jmh.failed().isEmpty()) {
            throw new IllegalStateException("failed: " + jmh.failed());
        }
    }
}
