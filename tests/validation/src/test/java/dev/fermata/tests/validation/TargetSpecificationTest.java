package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.fermata.tests.validation.spec.Specification;
import dev.fermata.tests.validation.woven.WovenMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The targets say in comments what weaving makes of their lines. */
class TargetSpecificationTest {
    private static final Path SOURCES = Path.of("src", "test", "targets");

    /** What most of the targets are compiled for here: not older, since old compilers lay out code differently. */
    private static final int USUAL_RELEASE = 17;

    @TestFactory
    Stream<DynamicTest> lines_are_woven_as_their_comments_say() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> releaseOf(file) <= Runtime.version().feature())
                    .sorted()
                    .toList()
                    .stream()
                    .map(file -> dynamicTest(SOURCES.relativize(file).toString(), () -> check(file)));
        }
    }

    private static void check(Path file) {
        Compilation compilation = new Compilation(BatchCompiler.JAVAC, Math.max(USUAL_RELEASE, releaseOf(file)), true);
        CompiledTargets targets = CompiledTargets.by(compilation);
        List<WovenMethod> methods = WovenMethod.in(targets.inputs(), targets.woven()).stream()
                .filter(method ->
                        method.host().sourceFile.equals(file.getFileName().toString()))
                .toList();
        assertEquals("", String.join("\n", Specification.failures(file, methods)));
    }

    /** The folder is named {@code java} and the release. */
    private static int releaseOf(Path file) {
        String folder = SOURCES.relativize(file).getName(0).toString();
        return Integer.parseInt(folder.substring("java".length()));
    }
}
