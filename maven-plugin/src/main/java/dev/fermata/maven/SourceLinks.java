package dev.fermata.maven;

import dev.fermata.transformer.Diagnostic;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Shows diagnostics as Maven shows the compiler's, {@code src/main/java/demo/Main.java:[12] FERMATA-004 ...}, which
 * editors and build servers make links of. Class files name their source file without its directory; it is looked for
 * where the package says.
 */
final class SourceLinks {
    private final List<String> roots;
    private final Path base;

    SourceLinks(List<String> roots, File base) {
        this.roots = List.copyOf(roots);
        this.base = base.toPath();
    }

    String show(Diagnostic diagnostic) {
        Path file = diagnostic.file() == null ? null : find(diagnostic);
        if (file == null) {
            return diagnostic.toString();
        }
        String line = diagnostic.line() > 0 ? ":[" + diagnostic.line() + "] " : ": ";
        return (file.startsWith(base) ? base.relativize(file) : file) + line + diagnostic.withoutFile();
    }

    /** Null if the source is not among the project's. */
    private Path find(Diagnostic diagnostic) {
        String type = diagnostic.className();
        String directory = type.substring(0, Math.max(0, type.lastIndexOf('.'))).replace('.', '/');
        for (String root : roots) {
            Path file = Path.of(root, directory, diagnostic.file());
            if (Files.exists(file)) {
                return file;
            }
        }
        return null;
    }
}
