package dev.fermata.tests.coverage;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.OfflineInstrumentationAccessGenerator;

/** JaCoCo's own agent and its offline instrumentation. */
final class Jacoco {
    private Jacoco() {}

    /** The agent's jar, which offline instrumented classes need on their class path, too. */
    static Path agentJar() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().matches("org\\.jacoco\\.agent-.*-runtime\\.jar"))
                .findAny()
                .orElseThrow();
    }

    static String agentSwitch(Path execFile) {
        return "-javaagent:" + agentJar() + "=destfile=" + execFile;
    }

    static void instrument(Path classes) {
        Instrumenter instrumenter = new Instrumenter(new OfflineInstrumentationAccessGenerator());
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> classFiles =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : classFiles) {
                byte[] original = Files.readAllBytes(file);
                Files.write(file, instrumenter.instrument(new ByteArrayInputStream(original), file.toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
