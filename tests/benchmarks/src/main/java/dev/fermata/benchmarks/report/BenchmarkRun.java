package dev.fermata.benchmarks.report;

import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks and prints a table of Markdown. */
public final class BenchmarkRun {
    private BenchmarkRun() {}

    /**
     * Runs the benchmarks.
     *
     * @param arguments a regular expression of what to run, the file for JMH's own result, and whether to be quick about it
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] arguments) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(arguments[0])
                .result(arguments[1])
                .resultFormat(ResultFormatType.JSON)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true);
        if (Boolean.parseBoolean(arguments[2])) {
            repeat(options, 1, 4, TimeValue.milliseconds(500));
        } else {
            repeat(options, 3, 5, TimeValue.seconds(1));
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.println();
        System.out.print(ResultTable.of(results));
    }

    private static void repeat(ChainedOptionsBuilder options, int forks, int iterations, TimeValue time) {
        options.forks(forks)
                .warmupIterations(iterations)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time);
    }
}
