package dev.fermata.tests.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs of the system that the server talks to. */
final class RealTools {
    private RealTools() {}

    /** Skips the test if a program is missing. */
    static Path require(String name, String debianPackage) {
        String path = System.getenv("PATH");
        Optional<Path> program = Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(
                program.isPresent(),
                () -> "skipped, because " + name + " is not on the path: apt-get install " + debianPackage);
        return program.get();
    }

    /** Runs a program to its end, for a minute at most; gives what it prints. To be called off the loop. */
    static String run(Path program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("output", null);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean isDone = process.waitFor(1, TimeUnit.MINUTES);
            process.destroyForcibly();
            String text = Files.readString(output, StandardCharsets.ISO_8859_1);
            assertTrue(isDone, () -> command + " does not end: " + text);
            return text;
        } finally {
            Files.delete(output);
        }
    }
}
