package dev.fermata.benchmarks.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * Results as a table of Markdown: one row for each way to do the work, next to the one written by hand.
 *
 * <p>The errors are JMH's, half of a 99.9 % confidence interval. What the ratios divide are the means.
 */
final class ResultTable {
    private static final String YARDSTICK = "handWritten";
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private ResultTable() {}

    static String of(Collection<RunResult> results) {
        Map<String, List<RunResult>> byWork = results.stream()
                .collect(
                        Collectors.groupingBy(result -> workOf(result.getParams()), TreeMap::new, Collectors.toList()));
        StringBuilder table = new StringBuilder("""
                | work | variant | ns/op | ± | × hand-written | bytes/op |
                | --- | --- | ---: | ---: | ---: | ---: |
                """);
        byWork.forEach((work, variants) -> {
            double yardstick = variants.stream()
                    .filter(result -> variantOf(result.getParams()).equals(YARDSTICK))
                    .mapToDouble(result -> result.getPrimaryResult().getScore())
                    .findFirst()
                    .orElse(Double.NaN);
            variants.stream()
                    .sorted((a, b) -> Double.compare(
                            a.getPrimaryResult().getScore(),
                            b.getPrimaryResult().getScore()))
                    .forEach(result -> table.append(row(work, result, yardstick)));
        });
        return table.toString();
    }

    private static String row(String work, RunResult result, double yardstick) {
        Result<?> time = result.getPrimaryResult();
        Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %.2f | %s | %s |%n",
                work,
                variantOf(result.getParams()),
                time.getScore(),
                time.getScoreError(),
                Double.isNaN(yardstick) ? "" : String.format(Locale.ROOT, "%.2f", time.getScore() / yardstick),
                allocation == null ? "" : String.format(Locale.ROOT, "%.1f", allocation.getScore()));
    }

    /** The class, and its parameters with their values. */
    private static String workOf(BenchmarkParams params) {
        String qualified =
                params.getBenchmark().substring(0, params.getBenchmark().lastIndexOf('.'));
        StringBuilder work = new StringBuilder(qualified.substring(qualified.lastIndexOf('.') + 1));
        for (String key : params.getParamsKeys()) {
            work.append(", ").append(key).append(' ').append(params.getParam(key));
        }
        return work.toString();
    }

    private static String variantOf(BenchmarkParams params) {
        return params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
    }
}
