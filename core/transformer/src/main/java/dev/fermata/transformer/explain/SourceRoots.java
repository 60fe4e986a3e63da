package dev.fermata.transformer.explain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The directories in which to look for sources.
 *
 * @param directories those that hold packages, or the files themselves
 */
public record SourceRoots(List<Path> directories) {
    /** Nowhere to look. */
    public static final SourceRoots NONE = new SourceRoots(List.of());

    /**
     * Finds the source of a class where its package says, or else right in a directory.
     *
     * @param className the class, dotted
     * @param file the name of its source file; null if unknown
     * @return the file, if it is there
     */
    public Optional<Path> find(String className, String file) {
        if (file == null) {
            return Optional.empty();
        }
        String packagePath =
                className.substring(0, Math.max(0, className.lastIndexOf('.'))).replace('.', '/');
        for (Path directory : directories) {
            for (Path place : List.of(directory.resolve(packagePath), directory)) {
                Path source = place.resolve(file).normalize();
                // the name comes out of a class file, which may say anything
                if (source.startsWith(directory.normalize()) && Files.isRegularFile(source)) {
                    return Optional.of(source);
                }
            }
        }
        return Optional.empty();
    }
}
