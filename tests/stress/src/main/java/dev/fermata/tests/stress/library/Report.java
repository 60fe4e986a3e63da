package dev.fermata.tests.stress.library;

import dev.fermata.tests.stress.weaving.StressResult.Reason;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells people what came of it. */
final class Report {
    /** More is in the files. */
    private static final int SHOWN = 30;

    private final PrintStream out;
    private final Path directory;

    /**
     * Makes a report.
     *
     * @param out for the short form
     * @param directory for lists
     */
    Report(PrintStream out, Path directory) {
        this.out = out;
        this.directory = directory;
    }

    void begin(Coordinates library, ResolvedLibrary resolved) {
        out.println(library + " with the tests of " + resolved.tests().getFileName());
        resolved.notes().forEach(note -> out.println("  note: " + note));
    }

    void weaving(WovenLibrary library) {
        print(
                "  woven: %,d of %,d methods, %,d suspension points",
                library.woven(), library.weavable(), library.suspensionPoints());
        Map<Reason, Long> reasons = library.leftAlone().values().stream()
                .collect(Collectors.groupingBy(each -> each.reason(), TreeMap::new, Collectors.counting()));
        reasons.forEach((reason, count) ->
                print("  left alone: %,d %s%s", count, reason, reason.isWeavable() ? "" : " (which cannot suspend)"));
        write(
                "left-alone.txt",
                library.leftAlone().entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue().reason() + " "
                                + each.getValue().detail())
                        .toList());
    }

    void run(String name, TestRun run, long seconds) {
        Map<String, Long> counts = run.outcomes().values().stream()
                .collect(Collectors.groupingBy(
                        each -> each.status().toLowerCase(Locale.ROOT), TreeMap::new, Collectors.counting()));
        print("  %s: %,d tests in %,d s %s", name, run.outcomes().size(), seconds, counts);
        run.outcomes().forEach((test, outcome) -> {
            if (outcome.is(TestOutcome.UNFINISHED)) {
                out.println("  unfinished: " + test);
            }
        });
        if (!run.complete()) {
            ending(name, run);
        }
    }

    private void ending(String name, TestRun run) {
        if (run.hanging().isEmpty()) {
            print("  the JVM ended, or was ended, before its tests did; see %s/%s.log", directory, name);
        } else {
            String file = name + ".hanging.txt";
            write(file, run.hanging());
            print("  the time was up; all threads are in %s/%s; -Dminutes=<n> gives it longer", directory, file);
        }
    }

    void verdict(Verdict verdict) {
        print("  suspensions taken: %,d", verdict.woven().suspensions());
        list("unstable, so not told apart by weaving", "unstable.txt", verdict.unstable());
        list("differences", "differences.txt", verdict.differences());
        List<String> complaints = verdict.complaints();
        print(
                "  %.1f %% woven; %s",
                100 * verdict.share(), complaints.isEmpty() ? "good" : String.join("; ", complaints));
    }

    private void list(String title, String file, List<Difference> differences) {
        print("  %s: %,d", title, differences.size());
        differences.stream()
                .limit(SHOWN)
                .forEach(each -> out.println(each.describe().indent(4).stripTrailing()));
        if (differences.size() > SHOWN) {
            out.println("    ... all of them are in " + directory.resolve(file));
        }
        write(file, differences.stream().map(Difference::describe).toList());
    }

    private void print(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
    }

    private void write(String file, List<String> lines) {
        try {
            Files.write(directory.resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
