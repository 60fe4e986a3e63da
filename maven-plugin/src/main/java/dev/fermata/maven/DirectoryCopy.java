package dev.fermata.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes a directory an exact copy of another. */
final class DirectoryCopy {
    private DirectoryCopy() {}

    static void refresh(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            for (Path old : list(to, Comparator.reverseOrder())) {
                Files.delete(old);
            }
        }
        if (!Files.exists(from)) {
            return;
        }
        for (Path source : list(from, Comparator.naturalOrder())) {
            Path copy = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(source, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static List<Path> list(Path directory, Comparator<Path> order) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.sorted(order).toList();
        }
    }
}
