package dev.fermata.tests.stress.library;

import dev.fermata.Coroutine;
import dev.fermata.tests.stress.forked.ForkedTests;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs tests in a JVM of their own. Whether woven or not, it is started in the same way. */
final class TestJvm {
    /**
     * The same on every machine: tests ask how much memory there is before they ask for arrays of the greatest length, and
     * where there is just enough for one of those, the garbage collector decides how they go.
     */
    private static final String HEAP = "-Xmx3g";

    private static final Duration GRACE = Duration.ofSeconds(30);

    private final WorkDirectory directory;
    private final List<Path> dependencies;
    private final Duration limit;

    /**
     * Prepares for runs.
     *
     * @param directory where the classes are
     * @param dependencies what else is on the class path
     * @param limit how long a run may take
     */
    TestJvm(WorkDirectory directory, List<Path> dependencies, Duration limit) {
        this.directory = directory;
        this.dependencies = dependencies;
        this.limit = limit;
    }

    /**
     * Runs tests to the end, or to the end of the time. Should a test end the JVM, another one goes on with the classes that
     * have not been begun.
     *
     * @param results the file for the results; a log with all that the tests print is written beside it
     * @param included a regular expression for the names of test classes
     * @param excluded one for classes to leave out
     * @param classes the classes to run; all if empty
     */
    TestRun run(Path results, String included, String excluded, List<String> classes) {
        long end = System.nanoTime() + limit.toNanos();
        TestRun run = runOnce(results, included, excluded, classes, limit);
        for (int part = 2; run.hasBrokenOff(); part++) {
            Set<String> begun = run.classes();
            List<String> left =
                    classes.stream().filter(name -> !begun.contains(name)).toList();
            Duration remaining = Duration.ofNanos(end - System.nanoTime());
            if (remaining.isNegative() || left.isEmpty() && !classes.isEmpty()) {
                break;
            }
            Path file = results.resolveSibling(results.getFileName() + "-part-" + part);
            TestRun rest = runOnce(file, included, excluded + "|" + alternatives(begun), left, remaining);
            run = run.and(rest);
            if (rest.outcomes().isEmpty()) {
                break;
            }
        }
        return run;
    }

    private static String alternatives(Set<String> names) {
        return names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    private TestRun runOnce(Path results, String included, String excluded, List<String> classes, Duration remaining) {
        try {
            Files.deleteIfExists(results);
            Path log = results.resolveSibling(results.getFileName() + ".log");
            Process process = new ProcessBuilder(command(results, included, excluded, classes, remaining))
                    .directory(directory.root().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            await(process, remaining);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM for the tests", e);
        } catch (InterruptedException e) {
            throw new StressFailure("interrupted", e);
        }
        return TestRun.read(results);
    }

    /** Leaves no JVM behind, not even if this one is interrupted. */
    private void await(Process process, Duration remaining) throws InterruptedException {
        Thread end = new Thread(() -> destroy(process));
        Runtime.getRuntime().addShutdownHook(end);
        if (!process.waitFor(remaining.plus(GRACE).toSeconds(), TimeUnit.SECONDS)) {
            destroy(process);
            process.waitFor();
        }
        Runtime.getRuntime().removeShutdownHook(end);
    }

    private static void destroy(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private List<String> command(
            Path results, String included, String excluded, List<String> classes, Duration remaining)
            throws IOException {
        List<String> options = switches();
        options.add("-classpath");
        options.add(classPath());
        options.add(ForkedTests.class.getName());
        options.add(results.toString());
        options.add(directory.testClasses().toString());
        options.add(Long.toString(remaining.toSeconds()));
        options.add(included);
        options.add(excluded);
        options.addAll(classes);
        Path file = results.resolveSibling(results.getFileName() + ".args");
        Files.write(file, options.stream().map(TestJvm::quoted).toList());
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file);
    }

    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What libraries commonly need to be told, and what makes two runs alike. */
    private List<String> switches() {
        List<String> switches = new ArrayList<>(List.of(
                HEAP,
                "-Xss8m",
                "-XX:+EnableDynamicAgentLoading",
                // Else compiled code that throws often enough throws without a message, in whichever run is compiled
                // first.
                "-XX:-OmitStackTraceInFastThrow",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dfile.encoding=UTF-8",
                "-Dbasedir=" + directory.root(),
                "-Djava.io.tmpdir=" + directory.temporary()));
        if (Runtime.version().feature() < 24) {
            switches.add("-Djava.security.manager=allow");
        }
        for (String module : List.of("java.base", "java.desktop", "java.sql", "java.xml", "java.logging")) {
            ModuleLayer.boot()
                    .findModule(module)
                    .ifPresent(found -> found.getPackages().stream()
                            .filter(name -> name.startsWith("java"))
                            .sorted()
                            .forEach(name -> switches.add("--add-opens=" + module + "/" + name + "=ALL-UNNAMED")));
        }
        return switches;
    }

    private String classPath() {
        Stream<Path> own = Stream.of(directory.testClasses(), directory.classes());
        Stream<Path> ours = Stream.of(locationOf(ForkedTests.class), locationOf(Coroutine.class));
        return Stream.of(own, dependencies.stream(), ours)
                .flatMap(each -> each)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
