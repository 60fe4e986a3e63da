package dev.fermata.benchmarks.weaving;

import dev.fermata.transformer.Weaver;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Classes to weave: the targets of the validation tests, the scenarios of the conformance tests and the examples, as
 * javac leaves them.
 */
public final class Corpus {
    /** Tells the measuring JVMs where the compiled classes are. */
    public static final String DIRECTORY_PROPERTY = "fermata.corpus";

    /** The directories of compiled classes, by what they are for. */
    public static final List<String> GROUPS = List.of("validation", "conformance", "examples");

    private static final List<String> SOURCES = List.of(
            "tests/validation/src/test/targets/java8",
            "tests/validation/src/test/targets/java11",
            "tests/validation/src/test/targets/java17",
            "tests/conformance/src/test/java/dev/fermata/tests/conformance/coroutines",
            "tests/conformance/src/test/java/dev/fermata/tests/conformance/delegation",
            "tests/conformance/src/test/java/dev/fermata/tests/conformance/generators",
            "tests/examples/src/main/java");

    /** Where javac looks for what the sources use. */
    private static final List<String> USED = List.of(
            "tests/validation/src/test/java",
            "tests/validation/src/test/targets/java8",
            "tests/conformance/src/test/java");

    private Corpus() {}

    /**
     * Compiles the sources, each group to a directory of its own.
     *
     * @param root the root of the project
     * @param directory where to put the classes
     * @throws IOException if the sources cannot be read
     * @throws IllegalStateException if they do not compile
     */
    public static void compile(Path root, Path directory) throws IOException {
        for (String sources : SOURCES) {
            Path target = Files.createDirectories(directory.resolve(nameOf(sources)));
            List<String> options = new ArrayList<>(List.of("-d", target.toString(), "-g", "-proc:none", "-nowarn"));
            options.addAll(List.of("-classpath", System.getProperty("java.class.path")));
            options.addAll(List.of("-sourcepath", sourcePath(root), "-implicit:none", "--release", "17"));
            compile(options, filesIn(root.resolve(sources), ".java"));
        }
    }

    private static void compile(List<String> options, List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }

    private static String sourcePath(Path root) {
        List<String> directories = new ArrayList<>();
        USED.forEach(used -> directories.add(root.resolve(used).toString()));
        return String.join(File.pathSeparator, directories);
    }

    /** The name of the module, which is what the classes are for: validation, conformance, examples. */
    private static String nameOf(String sources) {
        return sources.split("/")[1];
    }

    /**
     * The compiled classes that mention Fermata.
     *
     * @param directory what {@link #compile} has written, or a part of it
     * @return their class files, in the order of their names
     * @throws IOException if they cannot be read
     */
    public static List<byte[]> read(Path directory) throws IOException {
        List<byte[]> classes = new ArrayList<>();
        for (Path file : filesIn(directory, ".class")) {
            byte[] classFile = Files.readAllBytes(file);
            if (Weaver.mentionsFermata(classFile)) {
                classes.add(classFile);
            }
        }
        return classes;
    }

    private static List<Path> filesIn(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
