package dev.fermata.benchmarks.report;

import dev.fermata.benchmarks.memory.MemoryRun;
import dev.fermata.benchmarks.memory.MemoryRun.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** What is left on the heap, measured in several JVMs; the error is half of the distance between the extremes. */
final class MemoryFigures {
    private MemoryFigures() {}

    static List<Figure> measure(int rounds) throws IOException, InterruptedException {
        List<List<Sample>> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            all.add(MemoryRun.measure());
        }
        return all.get(0).stream().map(sample -> figureOf(sample, all)).toList();
    }

    private static Figure figureOf(Sample one, List<List<Sample>> all) {
        double[] bytes = all.stream()
                .flatMap(List::stream)
                .filter(sample ->
                        sample.work().equals(one.work()) && sample.variant().equals(one.variant()))
                .mapToDouble(Sample::bytes)
                .sorted()
                .toArray();
        double error = (bytes[bytes.length - 1] - bytes[0]) / 2;
        double mean = DoubleStream.of(bytes).average().orElseThrow();
        return Figure.of(one.work(), one.variant(), "bytes", mean, bytes.length == 1 ? null : error, null);
    }
}
