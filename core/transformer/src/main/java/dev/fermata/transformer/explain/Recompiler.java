package dev.fermata.transformer.explain;

import dev.fermata.transformer.ClassFile;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles the source of a class once more, for the Java version of its class file. */
final class Recompiler {
    /** Class file version 52 is Java 8's. */
    private static final int OFFSET = 44;

    private Recompiler() {}

    /**
     * Compiles.
     *
     * @param woven the class as it is
     * @param name its internal name
     * @param source its source file
     * @param classPath what it needs; its neighbours may be woven
     * @return its bytes before weaving
     */
    static byte[] compile(byte[] woven, String name, Path source, List<Path> classPath)
            throws CompilationFailed, IOException {
        if (ModuleLayer.boot().findModule("java.compiler").isEmpty()) {
            throw new CompilationFailed("this Java has no compiler, run it with a JDK");
        }
        Path output = Files.createTempDirectory("fermata-explain");
        try {
            compile(source, options(woven, classPath, output));
            Path classFile = output.resolve(name + ".class");
            if (!Files.exists(classFile)) {
                throw new CompilationFailed(source + " no longer holds the class");
            }
            return Files.readAllBytes(classFile);
        } finally {
            delete(output);
        }
    }

    private static List<String> options(byte[] woven, List<Path> classPath, Path output) {
        String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        int release = ClassFile.majorOf(woven) - OFFSET;
        return List.of(
                "-g",
                "-nowarn",
                "-Xlint:none",
                "-proc:none",
                "-implicit:none",
                "-encoding",
                "UTF-8",
                "--release",
                String.valueOf(release),
                "-classpath",
                path,
                "-d",
                output.toString());
    }

    private static void compile(Path source, List<String> options) throws CompilationFailed, IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new CompilationFailed("this Java has no compiler, run it with a JDK");
        }
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new CompilationFailed(messages.toString().strip());
            }
        } catch (IllegalArgumentException refused) { // such as a release that this compiler no longer knows
            throw new CompilationFailed(refused.getMessage());
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
