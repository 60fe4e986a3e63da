package dev.fermata.benchmarks.report;

import dev.fermata.benchmarks.firstcall.FirstCalls;
import dev.fermata.benchmarks.startup.Spread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the first call costs: medians, with half of the distance between the quartiles as their error. */
final class FirstCallFigures {
    private static final double NANOS_PER_MILLI = 1e6;

    private FirstCallFigures() {}

    static List<Figure> measure(Path root, Path directory, Path agent, int rounds)
            throws IOException, InterruptedException {
        List<FirstCalls.Cost> costs = FirstCalls.measure(root, directory, agent, rounds);
        return Stream.concat(
                        costs.stream().map(cost -> figure(cost.work(), cost.variant(), cost.call())),
                        costs.stream().map(cost -> figure("WholeJvm, " + cost.work(), cost.variant(), cost.jvm())))
                .toList();
    }

    private static Figure figure(String work, String variant, Spread nanos) {
        double error = (nanos.high() - nanos.low()) / 2 / NANOS_PER_MILLI;
        return Figure.of(work, variant, "ms", nanos.median() / NANOS_PER_MILLI, error, null);
    }
}
