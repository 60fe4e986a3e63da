package dev.fermata.tests.stress.library;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Runs the tests of a library as it is and stress-woven, and compares test by test.
 *
 * <p>For {@code main}: system property {@code library} names the library and {@code tests} the artifact of its tests, both as
 * {@code group:artifact:version}; {@code minutes} is how long each of the two runs may take; the argument is a directory
 * to work in. The process ends with 0 only if tests ran, none differs and at least nine tenths of the methods are woven.
 */
public final class LibraryRun {
    /** For libraries whose poms do not name any JUnit. */
    private static final String NEWEST_JUNIT = "5.14.4";

    /** How often the classes of differing tests run again, not woven and woven, to see whether they are stable. */
    private static final int REPETITIONS = 3;

    private static final String ANY = ".*";

    private final ResolvedLibrary library;
    private final Path directory;
    private final Report report;
    private final WorkDirectory work;
    private final TestJvm jvm;
    private final SortedMap<String, byte[]> original;
    private final SortedMap<String, byte[]> tests;
    private String included;

    private LibraryRun(ResolvedLibrary library, Path directory, Report report, Duration limit) {
        this.library = library;
        this.directory = directory;
        this.report = report;
        this.work = new WorkDirectory(directory.resolve("work"));
        this.jvm = new TestJvm(work, library.dependencies(), limit);
        this.original = JarContents.of(library.library());
        this.tests = JarContents.of(library.tests());
        this.included = library.settings().included();
    }

    /**
     * Runs and compares.
     *
     * @param args the directory to work in
     */
    public static void main(String[] args) {
        try {
            Coordinates library = Coordinates.parse("library", System.getProperty("library"));
            Coordinates tests = Coordinates.parse("tests", System.getProperty("tests"));
            Duration limit = Duration.ofMinutes(Long.getLong("minutes", 30));
            Verdict verdict = compare(library, tests, Path.of(args[0]), limit, System.out);
            System.exit(verdict.complaints().isEmpty() ? 0 : 1);
        } catch (StressFailure e) {
            System.out.println(e.getMessage());
            System.exit(2);
        }
    }

    /**
     * Resolves, runs, compares and reports.
     *
     * @param out for the report
     */
    static Verdict compare(Coordinates library, Coordinates tests, Path root, Duration limit, PrintStream out) {
        ResolvedLibrary resolved;
        try (LibraryResolver resolver = new LibraryResolver(NEWEST_JUNIT)) {
            resolved = resolver.resolve(library, tests);
        }
        Path directory = root.resolve(library.fileName()).toAbsolutePath();
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Report report = new Report(out, directory);
        report.begin(library, resolved);
        return new LibraryRun(resolved, directory, report, limit).compare();
    }

    private Verdict compare() {
        WovenLibrary woven = WovenLibrary.of(original, library.dependencies());
        report.weaving(woven);
        TestRun before = runAll("unwoven", original);
        if (before.complete() && before.outcomes().isEmpty() && !included.equals(ANY)) {
            included = ANY; // unusual names, then
            before = runAll("unwoven", original);
        }
        if (before.outcomes().isEmpty()) {
            throw new StressFailure("No tests found in " + library.tests() + " (classes in it: "
                    + tests.keySet().stream().filter(JarContents::isClass).count() + "); the log is "
                    + directory.resolve("unwoven.log"));
        }
        TestRun after = runAll("woven", woven.entries());
        List<Difference> differences = new ArrayList<>(Comparison.between(before, after));
        List<Difference> unstable = new ArrayList<>(
                differences.stream().filter(Difference::isOfMemory).toList());
        differences.removeAll(unstable);
        unstable.addAll(unstable(differences, woven));
        differences.removeAll(unstable);
        Verdict verdict = new Verdict(woven, before, after, differences, unstable);
        report.verdict(verdict);
        return verdict;
    }

    private TestRun runAll(String name, SortedMap<String, byte[]> classes) {
        long start = System.nanoTime();
        TestRun run = run(name, classes, List.of());
        report.run(name, run, Duration.ofNanos(System.nanoTime() - start).toSeconds());
        return run;
    }

    private TestRun run(String name, SortedMap<String, byte[]> classes, List<String> testClasses) {
        work.layOut(classes, tests, library.pom());
        return jvm.run(directory.resolve(name), included, library.settings().excluded(), testClasses);
    }

    /** Finds out which of the differing tests are not stable: the clock or the load decides how they go, not weaving. */
    private List<Difference> unstable(List<Difference> differences, WovenLibrary woven) {
        List<String> classes = differences.stream()
                .map(Difference::className)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (classes.isEmpty()) {
            return List.of();
        }
        List<TestRun> unwovenAgain = again("unwoven", original, classes);
        List<TestRun> wovenAgain = new ArrayList<>(again("woven", woven.entries(), classes));
        if (differences.stream().anyMatch(each -> !Comparison.goesOtherwise(each, wovenAgain))) {
            // Alone, a class does not find what the classes before it have left behind.
            wovenAgain.add(runAll("woven-again", woven.entries()));
        }
        return differences.stream()
                .filter(each ->
                        Comparison.goesOtherwise(each, unwovenAgain) || !Comparison.goesOtherwise(each, wovenAgain))
                .toList();
    }

    private List<TestRun> again(String name, SortedMap<String, byte[]> libraryClasses, List<String> testClasses) {
        return IntStream.rangeClosed(1, REPETITIONS)
                .mapToObj(i -> run(name + "-again-" + i, libraryClasses, testClasses))
                .toList();
    }
}
