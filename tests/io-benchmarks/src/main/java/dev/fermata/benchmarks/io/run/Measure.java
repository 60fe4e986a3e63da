package dev.fermata.benchmarks.io.run;

import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.report.Environment;
import dev.fermata.benchmarks.report.LeftOut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The benchmark command. Servers take turns, so that what the machine does meanwhile falls on all of them. One that fails does
 * not cost the figures of the others; it is listed, and the command fails in the end.
 */
public final class Measure {
    private static final String EVERYTHING = ".*";

    private final Map<String, String> options;
    private final Path root;
    private final List<Trial> trials = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<Exception> failures = new ArrayList<>();

    private Measure(Map<String, String> options) {
        this.options = options;
        this.root = Path.of(options.get("root")).toAbsolutePath().normalize();
    }

    /**
     * Measures.
     *
     * @param arguments {@code work=} and a regular expression that is to match the work and the server,
     *     {@code echo-plain/netty}; {@code connections=} and numbers with commas between; {@code quick=} and whether to be;
     *     {@code under=} and a command by which clients are started, or nothing; {@code root=} and the root of the project;
     *     {@code directory=} and where to put what need not be kept
     * @throws Exception the first of those that servers have failed with, the others suppressed; what the rest has given has
     *     been written by then
     */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .forEach(option -> options.put(option[0], option[1]));
        Measure measure = new Measure(options);
        measure.measureAll();
        measure.fail();
    }

    private void measureAll() throws IOException, InterruptedException {
        Path directory = Path.of(options.get("directory")).toAbsolutePath();
        Settings settings = Settings.of(isQuick(), options.get("connections"));
        List<String> under = Arrays.stream(options.get("under").split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        Certificate certificate = Certificate.make(directory.resolve("certificate"));
        Processors processors = Processors.choose();
        Contest contest = new Contest(processors, settings, certificate, under);
        List<Contestant> contestants = Contestant.all(root);
        leaveOutThoseThatCannot(contestants);
        for (int round = 1; round <= settings.rounds(); round++) {
            for (Work work : Work.ALL) {
                for (Contestant contestant : contestants) {
                    measure(contest, work, contestant, round);
                }
            }
            write(directory, processors, settings.withRounds(round)); // so that a run may be cut short
        }
    }

    private void write(Path directory, Processors processors, Settings settings)
            throws IOException, InterruptedException {
        Report report = new Report(
                Report.SCHEMA,
                run(),
                Environment.here(),
                Python.version(),
                processors.areBound(),
                settings,
                trials,
                leftOut);
        Path published = run().equals("full") ? root.resolve("docs/benchmarks/io") : directory.resolve(run());
        report.write(published.resolve("result.json"));
        Render.write(report, published);
        System.out.println("\n" + Page.of(report) + "\nWritten to " + published);
    }

    private void measure(Contest contest, Work work, Contestant contestant, int round) throws InterruptedException {
        if (!isWanted(work, contestant) || contestant.obstacle().isPresent()) {
            return;
        }
        try {
            System.out.println(round + " " + work.title() + "/" + contestant.variant());
            contest.measure(work, contestant)
                    .forEach(sample -> trials.add(new Trial(work.title(), contestant.variant(), round, sample)));
        } catch (IOException e) {
            leftOut.add(new LeftOut(contestant.variant(), work.title(), "failed in this run"));
            failures.add(e);
        }
    }

    private boolean isWanted(Work work, Contestant contestant) {
        String name = work.title() + "/" + contestant.variant();
        return contestant.takesPartIn(work)
                && Pattern.compile(options.get("work")).matcher(name).find();
    }

    private void leaveOutThoseThatCannot(List<Contestant> contestants) {
        contestants.forEach(contestant -> contestant
                .obstacle()
                .ifPresent(reason -> leftOut.add(new LeftOut(contestant.variant(), "all", reason))));
    }

    private boolean isQuick() {
        return Boolean.parseBoolean(options.get("quick"));
    }

    private String run() {
        boolean isPartial = !options.get("work").equals(EVERYTHING)
                || !options.get("connections").equals(Settings.ALL_CONNECTIONS);
        return isPartial ? "partial" : isQuick() ? "quick" : "full";
    }

    private void fail() throws Exception {
        if (!failures.isEmpty()) {
            Exception first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
