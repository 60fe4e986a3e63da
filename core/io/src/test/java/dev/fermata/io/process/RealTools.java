package dev.fermata.io.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs of the system; where one is missing, the test is skipped. */
final class RealTools {
    private RealTools() {}

    static void need(String... programs) {
        for (String program : programs) {
            assumeTrue(isThere(program), program + " is not on the PATH: install it, on Debian with coreutils or dash");
        }
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** The {@code java} that runs this. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
