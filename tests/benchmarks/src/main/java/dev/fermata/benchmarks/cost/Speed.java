package dev.fermata.benchmarks.cost;

import dev.fermata.benchmarks.report.BenchmarkRun;
import dev.fermata.benchmarks.startup.UnrelatedClasses;
import dev.fermata.benchmarks.weaving.Corpus;
import dev.fermata.benchmarks.weaving.PassingOver;
import dev.fermata.benchmarks.weaving.WeavingSpeed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;

/** Runs the benchmarks of the transformer and puts what came of them in classes and bytes. */
final class Speed {
    private static final String ALLOCATION = "gc.alloc.rate.norm";
    private static final double NANOS = 1e9;

    private Speed() {}

    static String measure(Path corpus, Path json, boolean quick) throws IOException, RunnerException {
        String include = WeavingSpeed.class.getName() + "|" + PassingOver.class.getName();
        Options options = BenchmarkRun.optionsForWeaving(include, json.toString(), quick)
                .jvmArgsAppend("-D" + Corpus.DIRECTORY_PROPERTY + "=" + corpus)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        List<byte[]> woven = WeavingSpeed.wovenOnesIn(corpus);
        long bytes = woven.stream().mapToLong(classFile -> classFile.length).sum();
        return "Weaving " + woven.size() + " classes of " + bytes + " bytes:\n\n"
                + table(results, WeavingSpeed.class, woven.size(), bytes)
                + "\nPassing over classes that do not mention Fermata:\n\n"
                + table(results, PassingOver.class, 1, UnrelatedClasses.averageLength(PassingOver.CLASSES));
    }

    /** One row for each benchmark of the class, fastest first; an operation deals with so many classes and bytes. */
    private static String table(Collection<RunResult> results, Class<?> benchmark, int classes, double bytes) {
        return """
                | | µs per class | ± | classes per second | MB/s | bytes allocated per class |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """
                + results.stream()
                        .filter(result -> result.getParams().getBenchmark().startsWith(benchmark.getName() + "."))
                        .sorted((a, b) -> Double.compare(nanosOf(a), nanosOf(b)))
                        .map(result -> row(result, classes, bytes))
                        .collect(Collectors.joining());
    }

    private static String row(RunResult result, int classes, double bytes) {
        String name = result.getParams().getBenchmark();
        double nanos = nanosOf(result);
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.0f | %.1f | %.0f |%n",
                name.substring(name.lastIndexOf('.') + 1),
                nanos / classes / 1000,
                result.getPrimaryResult().getScoreError() / classes / 1000,
                classes / nanos * NANOS,
                bytes / nanos * 1000,
                result.getSecondaryResults().get(ALLOCATION).getScore() / classes);
    }

    private static double nanosOf(RunResult result) {
        return result.getPrimaryResult().getScore();
    }
}
