package dev.fermata.tests.agent;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A JVM to be started, by default of the version that runs the tests. */
public final class Jvm {
    private static final long PATIENCE_SECONDS = 120;

    private final List<String> switches = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-Xverify:all"));
    private final Map<String, String> environment = new HashMap<>();
    private Path home = Path.of(System.getProperty("java.home"));

    /** Uses another runtime image than the one that runs the tests. */
    public Jvm from(Path image) {
        home = image;
        return this;
    }

    /** Puts directories and jars on the class path, and the runtime behind them. */
    public Jvm withClassPath(Path... entries) {
        List<Path> path = new ArrayList<>(Arrays.asList(entries));
        path.add(Artifacts.runtime());
        return withBareClassPath(path.toArray(new Path[0]));
    }

    public Jvm withBareClassPath(Path... entries) {
        String path = Arrays.stream(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return with("-classpath", path);
    }

    /** Adds the agent, with options separated by commas or none. */
    public Jvm withAgent(String options) {
        return with(agentSwitch(options));
    }

    public static String agentSwitch(String options) {
        return "-javaagent:" + Artifacts.agentJar() + (options.isEmpty() ? "" : "=" + options);
    }

    public Jvm with(String... more) {
        switches.addAll(List.of(more));
        return this;
    }

    public Jvm withEnvironment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs a main class to its end. */
    public Run run(String... mainAndArguments) {
        try {
            Path out = Files.createTempFile("fermata-", ".out");
            Path err = Files.createTempFile("fermata-", ".err");
            try {
                Process process = builder(mainAndArguments)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError(
                            "the JVM hangs; it has said\n" + Files.readString(out) + "\n" + Files.readString(err));
                }
                return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The process, for those who want to talk with it. */
    public ProcessBuilder builder(String... mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(switches);
        command.addAll(List.of(mainAndArguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Switches meant for the JVM of the build would show up in the output of this one.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return builder;
    }
}
