package dev.fermata.tests.neighbours;

import dev.fermata.tests.agent.Artifacts;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/** The Kotlin compiler. */
final class Kotlin {
    private Kotlin() {}

    /** Compiles a file of the test resources into a directory, where it finds what is there already. */
    static void compile(String resource, Path classes) {
        Path source = classes.resolveSibling(Path.of(resource).getFileName());
        try {
            Files.writeString(source, Text.of(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        ExitCode exit = new K2JVMCompiler()
                .exec(
                        new PrintStream(messages, true, StandardCharsets.UTF_8),
                        "-no-stdlib",
                        "-no-reflect",
                        "-jvm-target",
                        "17",
                        "-classpath",
                        String.join(
                                File.pathSeparator,
                                classes.toString(),
                                Artifacts.runtime().toString(),
                                library().toString()),
                        "-d",
                        classes.toString(),
                        source.toString());
        if (exit != ExitCode.OK) {
            throw new IllegalStateException(messages.toString(StandardCharsets.UTF_8));
        }
    }

    static Path library() {
        try {
            return Path.of(kotlin.Unit.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
