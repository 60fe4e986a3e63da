package dev.fermata.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What came of the rounds. What a variant adds is taken within each round, against the JVM without an agent that ran
 * moments before, and the median is taken of these differences.
 */
final class StartUpTable {
    private final List<Run> runs;

    StartUpTable(List<Run> runs) {
        this.runs = runs;
    }

    void writeCsv(Path file) throws IOException {
        StringBuilder text = new StringBuilder("round,variant,cpu_ms,wall_ms\n");
        for (Run run : runs) {
            text.append(run.round()).append(',').append(run.variant());
            text.append(',')
                    .append(run.cpuMillis())
                    .append(',')
                    .append(run.wallMillis())
                    .append('\n');
        }
        Files.writeString(file, text);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("""
                | started with | CPU ms, median (quartiles) | adds, median (quartiles) | adds | of JaCoCo's | wall ms, median (quartiles) | adds | of JaCoCo's |
                | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
                """);
        for (Variant variant : Variant.values()) {
            text.append(row(variant));
        }
        return text.toString();
    }

    private String row(Variant variant) {
        Spread addedCpu = added(variant, Run::cpuMillis);
        Spread addedWall = added(variant, Run::wallMillis);
        String start = "| " + variant.title() + " | " + of(variant, Run::cpuMillis) + " | ";
        String wall = " | " + of(variant, Run::wallMillis) + " | ";
        if (variant == Variant.PLAIN) {
            return start + "| | " + wall + "| |\n";
        }
        return start + addedCpu + " | " + shares(variant, Run::cpuMillis) + wall + shares(variant, Run::wallMillis)
                + " |\n";
    }

    /** What is added, in per cent of the program and in per cent of what JaCoCo adds. */
    private String shares(Variant variant, ToLongFunction<Run> time) {
        double added = added(variant, time).median();
        return String.format(
                Locale.ROOT,
                "%.1f %% | %.0f %%",
                100 * added / of(Variant.PLAIN, time).median(),
                100 * added / added(Variant.JACOCO, time).median());
    }

    private Spread of(Variant variant, ToLongFunction<Run> time) {
        return Spread.of(runs.stream()
                .filter(run -> run.variant() == variant)
                .mapToLong(time)
                .toArray());
    }

    private Spread added(Variant variant, ToLongFunction<Run> time) {
        return Spread.of(runs.stream()
                .filter(run -> run.variant() == variant)
                .mapToLong(run -> time.applyAsLong(run) - time.applyAsLong(plainOf(run.round())))
                .toArray());
    }

    private Run plainOf(int round) {
        return runs.stream()
                .filter(run -> run.round() == round && run.variant() == Variant.PLAIN)
                .findFirst()
                .orElseThrow();
    }
}
