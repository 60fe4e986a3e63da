package dev.fermata.tests.validation;

import dev.fermata.Coroutine;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One way to compile the targets.
 *
 * @param compiler the compiler
 * @param release the language level and class file version
 * @param debug whether with all debug tables or with none
 */
record Compilation(BatchCompiler compiler, int release, boolean debug) {
    private static final int[] RELEASES = {8, 11, 17, 21, 25};
    private static final Path SOURCES = Path.of("src", "test", "targets");
    private static final Path CLASSES = Path.of("target", "targets");

    /** All that the running JDK can load. */
    static List<Compilation> all() {
        List<Compilation> all = new ArrayList<>();
        for (BatchCompiler compiler : BatchCompiler.values()) {
            for (int release : RELEASES) {
                if (release <= Runtime.version().feature()) {
                    all.add(new Compilation(compiler, release, true));
                    all.add(new Compilation(compiler, release, false));
                }
            }
        }
        return all;
    }

    /** Compiles the sources of every language level up to this one; gives the class files by internal name. */
    SortedMap<String, byte[]> classFiles() {
        try {
            Path output = CLASSES.resolve(toString());
            deleteTree(output);
            Files.createDirectories(output);
            compile(output);
            SortedMap<String, byte[]> classFiles = read(output);
            compiler.brokenClasses().forEach(classFiles::remove);
            return classFiles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path output) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                String.valueOf(release),
                debug ? "-g" : "-g:none",
                "-nowarn",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-classpath",
                locationOf(Coroutine.class) + File.pathSeparator + locationOf(Trial.class),
                "-d",
                output.toString()));
        for (int level : RELEASES) {
            Path sources = SOURCES.resolve("java" + level);
            if (level <= release && Files.exists(sources)) {
                filesBelow(sources, ".java").forEach(file -> arguments.add(file.toString()));
            }
        }
        StringWriter messages = new StringWriter();
        if (!compiler.compile(arguments, messages)) {
            throw new AssertionError(this + ":\n" + messages);
        }
    }

    private static SortedMap<String, byte[]> read(Path output) throws IOException {
        SortedMap<String, byte[]> classFiles = new TreeMap<>();
        for (Path file : filesBelow(output, ".class")) {
            String name = output.relativize(file).toString().replace(File.separatorChar, '/');
            classFiles.put(name.substring(0, name.length() - ".class".length()), Files.readAllBytes(file));
        }
        return classFiles;
    }

    private static List<Path> filesBelow(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return compiler.name().toLowerCase(java.util.Locale.ROOT) + "-" + release + (debug ? "-g" : "-g-none");
    }
}
