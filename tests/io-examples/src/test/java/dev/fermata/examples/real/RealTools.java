package dev.fermata.examples.real;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Programs of the system that tests talk to. */
public final class RealTools {
    private RealTools() {}

    /**
     * Finds a program on the path; where it is missing, the test is skipped.
     *
     * @param name how it is called
     * @param debianPackage what to install to have it
     * @return where it is
     */
    public static Path require(String name, String debianPackage) {
        Optional<Path> program = find(name);
        Assumptions.assumeTrue(
                program.isPresent(),
                () -> "skipped, because " + name + " is not on the path: apt-get install " + debianPackage);
        return program.get();
    }

    /**
     * Finds a program on the path.
     *
     * @param name how it is called
     * @return where it is; empty if it is not there
     */
    public static Optional<Path> find(String name) {
        String path = System.getenv("PATH");
        return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
