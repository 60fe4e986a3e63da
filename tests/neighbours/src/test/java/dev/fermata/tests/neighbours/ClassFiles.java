package dev.fermata.tests.neighbours;

import dev.fermata.tests.agent.DefiningLoader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The class files below a directory. */
final class ClassFiles {
    private ClassFiles() {}

    /** By binary name. */
    static Map<String, byte[]> in(Path directory) {
        Map<String, byte[]> classFiles = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : found) {
                String path = directory.relativize(file).toString();
                String name =
                        path.substring(0, path.length() - ".class".length()).replace(File.separatorChar, '.');
                classFiles.put(name, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classFiles;
    }

    /** Loads them into this JVM. */
    static ClassLoader load(Path directory) {
        return new DefiningLoader(in(directory));
    }
}
