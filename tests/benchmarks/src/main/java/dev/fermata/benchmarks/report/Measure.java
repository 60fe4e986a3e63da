package dev.fermata.benchmarks.report;

import dev.fermata.benchmarks.weaving.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * The benchmark command: measures everything that matches, and writes the result, the page and the charts. A part that fails
 * does not cost the figures of the others; it is listed, and the command fails in the end.
 */
public final class Measure {
    private static final String EVERYTHING = ".*";

    private final String include;
    private final boolean quick;
    private final Path root;
    private final Path directory;
    private final Path agent;
    private final List<Figure> figures = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>(JmhRun.impossible());
    private final List<Exception> failures = new ArrayList<>();

    private Measure(String include, boolean quick, Path root, Path directory, Path agent) {
        this.include = include;
        this.quick = quick;
        this.root = root;
        this.directory = directory;
        this.agent = agent;
    }

    /**
     * Measures.
     *
     * @param arguments a regular expression of what to run, {@code .*} for everything; whether to be quick about it; the root
     *     of the project; a directory for what need not be kept; the jar of Fermata's agent
     * @throws Exception the first of those that parts have failed with, the others suppressed; what the rest has given has
     *     been written by then
     */
    public static void main(String[] arguments) throws Exception {
        Measure measure = new Measure(
                arguments[0],
                Boolean.parseBoolean(arguments[1]),
                Path.of(arguments[2]).toAbsolutePath().normalize(),
                Files.createDirectories(Path.of(arguments[3])),
                Path.of(arguments[4]));
        measure.parts();
        measure.write();
        measure.fail();
    }

    private void parts() throws InterruptedException {
        Path corpus = directory.resolve("corpus");
        JmhRun workloads = JmhRun.ofWorkloads(include, directory.resolve("workloads.json"), quick);
        JmhRun weaving = JmhRun.ofWeaving(include, directory.resolve("weaving.json"), quick, corpus);
        part("Peers", true, () -> {
            leftOut.addAll(PeersLeftOut.read());
            return List.of();
        });
        part("Workloads", !workloads.names().isEmpty(), workloads::measure);
        part("Corpus", matches("CodeSize") || !weaving.names().isEmpty(), () -> {
            Corpus.compile(root, corpus);
            return List.of();
        });
        part("Weaving", !weaving.names().isEmpty(), () -> WeavingFigures.perClass(weaving.measure(), corpus));
        note(workloads.failed());
        note(weaving.failed());
        part("CodeSize", matches("CodeSize"), () -> WeavingFigures.sizes(corpus));
        part("Memory", matches("Memory"), () -> MemoryFigures.measure(quick ? 1 : 3));
        part("FirstCall", matches("FirstCall"), () -> FirstCallFigures.measure(root, directory, agent, quick ? 7 : 41));
        Optional<LeftOut> noPython = AsyncioFigures.obstacle();
        noPython.ifPresent(leftOut::add);
        part("asyncio", matches("asyncio") && noPython.isEmpty(), () -> AsyncioFigures.measure(root));
    }

    private void note(List<LeftOut> failed) {
        leftOut.addAll(failed);
        failed.forEach(one -> failures.add(new IllegalStateException("failed: " + one)));
    }

    private boolean matches(String name) {
        return Pattern.compile(include).matcher(name).find();
    }

    private void part(String name, boolean wanted, Callable<List<Figure>> measurement) {
        if (!wanted) {
            return;
        }
        try {
            figures.addAll(measurement.call());
        } catch (Exception e) {
            leftOut.add(new LeftOut(name, "all", "failed in this run"));
            failures.add(e);
        }
    }

    private void write() throws IOException {
        String run = !include.equals(EVERYTHING) ? "partial" : quick ? "quick" : "full";
        Report report =
                Report.of(run, Environment.here(), Settings.of(quick), Settings.forWeaving(quick), figures, leftOut);
        Path published = root.resolve("docs/benchmarks").resolve(run);
        report.write(published.resolve("result.json"));
        Render.write(report, published);
        System.out.println("\n" + Page.of(report) + "\nWritten to " + published);
    }

    private void fail() throws Exception {
        if (!failures.isEmpty()) {
            Exception first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
