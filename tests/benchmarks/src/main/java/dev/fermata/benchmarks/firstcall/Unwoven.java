package dev.fermata.benchmarks.firstcall;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The class that the agent is to weave, as javac leaves it; in the build, the plugin has woven it. */
final class Unwoven {
    private static final String SOURCE =
            "tests/benchmarks/src/main/java/" + FermataFirst.class.getName().replace('.', '/') + ".java";

    private Unwoven() {}

    /** A class path on which the class, compiled into the directory, comes before the woven one. */
    static String classPath(Path root, Path directory) throws IOException {
        Files.createDirectories(directory);
        String classPath = System.getProperty("java.class.path");
        List<String> options =
                List.of("-d", directory.toString(), "-proc:none", "-g", "-classpath", classPath, "--release", "17");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(root.resolve(SOURCE)))
                    .call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
        return directory + File.pathSeparator + classPath;
    }
}
