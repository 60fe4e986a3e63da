package dev.fermata.benchmarks.startup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the program in every way, round after round, so that what else the machine does falls on all alike. */
public final class StartUp {
    private static final int CLASSES = 10_000;

    private StartUp() {}

    /**
     * Measures and writes what came of it.
     *
     * @param directory a directory to work in; the measured times go there, too
     * @param fermata the jar of Fermata's agent
     * @param jacoco the jar of JaCoCo's
     * @param rounds how often each variant runs
     * @return a table of Markdown
     * @throws IOException if a file cannot be written or a JVM not be started
     * @throws InterruptedException if this thread is
     */
    public static String measure(Path directory, Path fermata, Path jacoco, int rounds)
            throws IOException, InterruptedException {
        Program program = Program.write(directory, fermata, jacoco, CLASSES);
        StartUpTable table = new StartUpTable(run(program, rounds));
        table.writeCsv(directory.resolve("start-up.csv"));
        return table.markdown();
    }

    private static List<Run> run(Program program, int rounds) throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            program.run(-1, variant); // brings the files into memory; not counted
        }
        for (int round = 0; round < rounds; round++) {
            for (Variant variant : Variant.values()) {
                runs.add(program.run(round, variant));
            }
        }
        return runs;
    }
}
