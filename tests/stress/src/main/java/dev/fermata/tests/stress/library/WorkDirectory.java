package dev.fermata.tests.stress.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The directory that a library's tests run in. It looks as the library's own project does after a build, as far as that
 * can be told from jars, because tests open files by relative paths. Each run gets it fresh, and at the same place.
 *
 * @param root where it is
 */
record WorkDirectory(Path root) {
    Path classes() {
        return root.resolve("target/classes");
    }

    Path testClasses() {
        return root.resolve("target/test-classes");
    }

    /** For the temporary files of the tests. */
    Path temporary() {
        return root.resolve("target/tmp");
    }

    /**
     * Lays everything out afresh.
     *
     * @param library entries of the library's jar, by name
     * @param tests entries of the jar of its tests
     * @param pom the library's pom
     */
    void layOut(SortedMap<String, byte[]> library, SortedMap<String, byte[]> tests, Path pom) {
        try {
            delete();
            Files.createDirectories(temporary());
            Files.copy(pom, root.resolve("pom.xml"));
            layOut(library, classes(), root.resolve("src/main/resources"));
            layOut(tests, testClasses(), root.resolve("src/test/resources"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lay out " + root, e);
        }
    }

    private static void layOut(SortedMap<String, byte[]> entries, Path target, Path sources) throws IOException {
        Files.createDirectories(target);
        Files.createDirectories(sources);
        for (var entry : entries.entrySet()) {
            boolean isResource = !entry.getKey().endsWith(".class")
                    && !entry.getKey().startsWith("META-INF/maven/")
                    && !entry.getKey().equals("META-INF/MANIFEST.MF");
            for (Path directory : isResource ? List.of(target, sources) : List.of(target)) {
                write(directory, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void write(Path directory, String name, byte[] contents) throws IOException {
        Path file = directory.resolve(name).normalize();
        if (!file.startsWith(directory)) {
            throw new StressFailure("The jar has an entry that points outside: " + name);
        }
        Files.createDirectories(file.getParent());
        Files.write(file, contents);
    }

    private void delete() throws IOException {
        if (Files.exists(root)) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
