package dev.fermata.tests.random.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Sources as files, one directory for each thread: ECJ does not take them from memory. */
final class SourceDirectory {
    private static final ThreadLocal<Path> DIRECTORY = ThreadLocal.withInitial(SourceDirectory::create);

    private SourceDirectory() {}

    private static Path create() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "random-sources"));
            return Files.createTempDirectory(parent, "targets");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the sources, over those of the same name. */
    static Iterable<? extends JavaFileObject> write(Map<String, String> sources, StandardJavaFileManager manager) {
        List<Path> files = new ArrayList<>();
        try {
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = DIRECTORY.get().resolve(source.getKey() + ".java");
                Files.createDirectories(file.getParent());
                files.add(Files.writeString(file, source.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return manager.getJavaFileObjectsFromPaths(files);
    }
}
