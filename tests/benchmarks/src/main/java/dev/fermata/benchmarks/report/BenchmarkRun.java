package dev.fermata.benchmarks.report;

import dev.fermata.benchmarks.peers.VirtualThreads;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs some of JMH's benchmarks and prints a table of Markdown; {@link Measure} runs everything. */
public final class BenchmarkRun {
    private BenchmarkRun() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments a regular expression of what to run, the file for JMH's own result, and whether to be quick about it
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws RunnerException {
        boolean quick = Boolean.parseBoolean(arguments[2]);
        Options options = options(arguments[0], arguments[1], quick).build();
        Collection<RunResult> results = new Runner(options).run();
        System.out.println();
        System.out.print(FigureTable.of(Comparison.compared(JmhFigures.of(results))));
    }

    /**
     * How the workloads are measured.
     *
     * @param include a regular expression of what to run
     * @param json the file for JMH's own result
     * @param quick whether a rough answer will do
     * @return options to be completed
     */
    public static ChainedOptionsBuilder options(String include, String json, boolean quick) {
        return options(include, json, Settings.of(quick));
    }

    /**
     * How the transformer is measured.
     *
     * @param include a regular expression of what to run
     * @param json the file for JMH's own result
     * @param quick whether a rough answer will do
     * @return options to be completed
     */
    public static ChainedOptionsBuilder optionsForWeaving(String include, String json, boolean quick) {
        return options(include, json, Settings.forWeaving(quick));
    }

    private static ChainedOptionsBuilder options(String include, String json, Settings settings) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(include)
                .result(json)
                .resultFormat(ResultFormatType.JSON)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        if (!VirtualThreads.EXIST) {
            options.exclude(".*[.]virtualThreads");
        }
        settings.applyTo(options);
        return options;
    }
}
