package dev.fermata.benchmarks.report;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** Figures out of JMH's results: means, with half of a 99.9 % confidence interval as their error. */
final class JmhFigures {
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private JmhFigures() {}

    static List<Figure> of(Collection<RunResult> results) {
        return results.stream().map(JmhFigures::of).toList();
    }

    private static Figure of(RunResult result) {
        Result<?> time = result.getPrimaryResult();
        Result<?> allocation = result.getSecondaryResults().get(ALLOCATION);
        return Figure.of(
                workOf(result.getParams()),
                variantOf(result.getParams()),
                "ns",
                time.getScore(),
                time.getScoreError(),
                allocation == null ? null : allocation.getScore());
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
