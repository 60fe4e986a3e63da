package dev.fermata.transformer.explain;

import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the class files that are meant. */
public final class ClassFiles {
    private ClassFiles() {}

    /**
     * The bytes of the one class that is named, or of all below a directory or in a jar that mention Fermata.
     *
     * @param target a class file, directory, jar, {@code jar!class}, or the name of a class on the class path; not null
     * @param classPath directories and jars, not null
     * @return their bytes, in the order of their names
     * @throws NoSuchFileException if there is no such thing
     * @throws IOException if it cannot be read
     */
    public static List<byte[]> find(String target, List<Path> classPath) throws IOException {
        int bang = target.indexOf('!');
        if (bang > 0) {
            return List.of(inJar(Path.of(target.substring(0, bang)), target.substring(bang + 1)));
        }
        Path path = Path.of(target);
        if (Files.isDirectory(path)) {
            return all(path);
        }
        if (Files.exists(path)) {
            return isJar(path) ? allInJar(path) : List.of(Files.readAllBytes(path));
        }
        for (Path entry : classPath) {
            if (Files.isDirectory(entry) && Files.exists(entry.resolve(file(target)))) {
                return List.of(Files.readAllBytes(entry.resolve(file(target))));
            }
            if (Files.isRegularFile(entry) && holds(entry, target)) {
                return List.of(inJar(entry, target));
            }
        }
        throw new NoSuchFileException(
                target, null, classPath.isEmpty() ? "no such file" : "no such class on the class path");
    }

    private static boolean isJar(Path path) {
        return !path.toString().endsWith(".class");
    }

    /** {@code com.acme.Orders}, {@code com/acme/Orders} and {@code com/acme/Orders.class} are the same. */
    private static String file(String className) {
        String name = className.startsWith("/") ? className.substring(1) : className;
        return name.endsWith(".class") ? name : name.replace('.', '/') + ".class";
    }

    private static boolean holds(Path jar, String className) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return Files.exists(files.getPath(file(className)));
        }
    }

    private static byte[] inJar(Path jar, String className) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            Path file = files.getPath(file(className));
            if (!Files.exists(file)) {
                throw new NoSuchFileException(jar.toString(), null, "holds no " + file);
            }
            return Files.readAllBytes(file);
        }
    }

    private static List<byte[]> allInJar(Path jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            return all(files.getPath("/"));
        }
    }

    private static List<byte[]> all(Path directory) throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (Weaver.mentionsFermata(bytes)) {
                    found.add(bytes);
                }
            }
        }
        return found;
    }
}
