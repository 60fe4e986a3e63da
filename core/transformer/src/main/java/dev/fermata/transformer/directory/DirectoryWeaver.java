package dev.fermata.transformer.directory;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticPolicy;
import dev.fermata.transformer.Keep;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Weaves every class file below a directory. All are woven in memory before the first is written, so an error in one
 * leaves the whole directory as it was. Frames are written before their hosts, each file at one stroke: a build that is
 * killed in between leaves an unwoven host, which the next build weaves.
 */
public final class DirectoryWeaver {
    private final Weaver weaver;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<Path, WeaveResult.Success> woven = new TreeMap<>();

    private DirectoryWeaver(Weaver weaver) {
        this.weaver = weaver;
    }

    /**
     * Weaves a directory under the default policy.
     *
     * @param classes the directory; one that does not exist holds no classes
     * @return what has been done
     * @throws IOException if a file cannot be read or written
     */
    public static DirectoryReport weave(Path classes) throws IOException {
        return weave(classes, DiagnosticPolicy.DEFAULT);
    }

    /**
     * Weaves a directory. A second run changes no file.
     *
     * @param classes the directory; one that does not exist holds no classes
     * @param policy what the diagnostics weigh, not null
     * @return what has been done
     * @throws IOException if a file cannot be read or written
     */
    public static DirectoryReport weave(Path classes, DiagnosticPolicy policy) throws IOException {
        return weave(classes, policy, Keep.LIVE);
    }

    /**
     * Weaves a directory. A second run changes no file.
     *
     * @param classes the directory; one that does not exist holds no classes
     * @param policy what the diagnostics weigh, not null
     * @param keep which variables suspended methods keep, not null
     * @return what has been done
     * @throws IOException if a file cannot be read or written
     */
    public static DirectoryReport weave(Path classes, DiagnosticPolicy policy, Keep keep) throws IOException {
        return new DirectoryWeaver(new Weaver(policy, keep)).run(classes);
    }

    private DirectoryReport run(Path classes) throws IOException {
        if (!Files.isDirectory(classes)) {
            return new DirectoryReport(0, 0, List.of());
        }
        for (Path file : classFiles(classes)) {
            byte[] bytes = Files.readAllBytes(file);
            if (Weaver.mentionsFermata(bytes)) {
                keep(file, weaver.weave(bytes), classes);
            }
        }
        DirectoryReport failure = new DirectoryReport(0, 0, List.copyOf(diagnostics));
        if (failure.failed()) {
            return failure;
        }
        for (Map.Entry<Path, WeaveResult.Success> entry : woven.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
        int removed = StaleFrames.remove(classFiles(classes));
        return new DirectoryReport(woven.size(), removed, List.copyOf(diagnostics));
    }

    private void keep(Path file, WeaveResult result, Path classes) {
        if (result instanceof WeaveResult.Success success) {
            diagnostics.addAll(success.warnings());
            woven.put(file, success);
        } else if (result instanceof WeaveResult.Untouched untouched) {
            diagnostics.addAll(untouched.warnings());
        } else if (result instanceof WeaveResult.Refused refused) {
            for (Diagnostic error : refused.errors()) {
                diagnostics.add(named(error, classes.relativize(file)));
            }
        }
    }

    /** Bytes that cannot be read do not tell their class; their file does. */
    private static Diagnostic named(Diagnostic error, Path file) {
        return error.className().equals("?")
                ? new Diagnostic(error.code(), file.toString(), null, null, 0, error.message())
                : error;
    }

    private static void write(Path host, WeaveResult.Success success) throws IOException {
        for (Map.Entry<String, byte[]> frame : success.frames().entrySet()) {
            String simpleName = frame.getKey().substring(frame.getKey().lastIndexOf('/') + 1);
            replace(host.resolveSibling(simpleName + ".class"), frame.getValue(), host);
        }
        replace(host, success.host(), host);
    }

    private static void replace(Path file, byte[] bytes, Path host) throws IOException {
        Path temporary = Files.createTempFile(file.getParent(), "fermata", ".tmp");
        try {
            Files.write(temporary, bytes);
            copyPermissions(host, temporary);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A temporary file is its owner's alone, but who runs the program may be somebody else. */
    private static void copyPermissions(Path from, Path to) throws IOException {
        if (from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    /** In a stable order, so that messages and output are the same in every build. */
    private static List<Path> classFiles(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !isDescriptor(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isDescriptor(String name) {
        return name.equals("module-info.class") || name.equals("package-info.class");
    }
}
