package dev.fermata.benchmarks.cost;

import dev.fermata.benchmarks.size.PointTable;
import dev.fermata.benchmarks.size.SizeTable;
import dev.fermata.benchmarks.startup.StartUp;
import dev.fermata.benchmarks.weaving.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what weaving costs, in parts that can be run alone. */
public final class WeavingCost {
    private final Path directory;
    private final Page page;

    private WeavingCost(Path directory, Page page) {
        this.directory = directory;
        this.page = page;
    }

    /**
     * Measures.
     *
     * @param arguments the root of the project, a directory for results, the jars of Fermata's and of JaCoCo's agent, the
     *     parts to run separated by commas ({@code size}, {@code speed}, {@code start-up}), the rounds of the start-up and
     *     whether to be quick about the speed
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if this thread is
     * @throws RunnerException if a JMH benchmark fails
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        List<String> parts = List.of(arguments[4].split(","));
        Page page = Page.read(root.resolve("docs/cost-of-weaving.md"));
        WeavingCost cost = new WeavingCost(directory, page);
        Corpus.compile(root, cost.corpus());
        if (parts.contains("size")) {
            cost.size();
        }
        if (parts.contains("speed")) {
            cost.speed(Boolean.parseBoolean(arguments[6]));
        }
        if (parts.contains("start-up")) {
            cost.startUp(Path.of(arguments[2]), Path.of(arguments[3]), Integer.parseInt(arguments[5]));
        }
        page.write();
    }

    private Path corpus() {
        return directory.resolve("corpus");
    }

    private void size() throws IOException {
        SizeTable sizes = SizeTable.of(corpus(), Corpus.GROUPS);
        sizes.writeCsv(directory.resolve("size.csv"));
        page.put("size", sizes.markdown() + "\n" + PointTable.markdown());
    }

    private void speed(boolean quick) throws IOException, RunnerException {
        Path json = directory.resolve("speed.json");
        page.put("speed", Speed.measure(corpus(), json, quick) + "\n" + Conditions.text());
    }

    private void startUp(Path fermata, Path jacoco, int rounds) throws IOException, InterruptedException {
        String table = StartUp.measure(directory, fermata, jacoco, rounds);
        page.put("start-up", table + "\n" + rounds + " rounds; " + Conditions.text());
    }
}
