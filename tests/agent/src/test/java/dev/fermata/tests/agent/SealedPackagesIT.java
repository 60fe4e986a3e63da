package dev.fermata.tests.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed package takes classes from its own jar only, so a frame class must come from there, or seem to. */
final class SealedPackagesIT {
    @TempDir
    Path directory;

    private Path classes;

    @BeforeEach
    void compile() {
        classes = Countdown.compileTo(directory.resolve("classes"));
    }

    @Test
    @Tag("J16")
    @Tag("E17")
    void frames_made_by_the_agent_belong_to_the_sealed_jar() throws IOException {
        Run run = new Jvm().withAgent("").withClassPath(sealedJar()).run(Countdown.MAIN);
        run.assertPrinted(Countdown.OUTPUT);
        run.assertQuiet();
    }

    @Test
    @Tag("J16")
    void classes_woven_in_the_build_may_be_sealed_afterwards() throws IOException {
        BuildTime.weave(classes);
        Run run = new Jvm().withClassPath(sealedJar()).run(Countdown.MAIN);
        run.assertPrinted(Countdown.OUTPUT);
        run.assertQuiet();
    }

    private Path sealedJar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.SEALED, "true");
        Path jar = directory.resolve("sealed.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
        }
        return jar;
    }
}
