package dev.fermata.transformer.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Suspendable;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.ToolProvider;

/** Java sources, to be compiled into a directory that is to be woven. */
final class SourceText {
    private static final String HOST =
            "class %s { @dev.fermata.Suspendable static Iterable<Integer> numbers(int... a) {"
                    + " for (int i : a) dev.fermata.Generator.yield(i); return null; } }";

    private SourceText() {}

    /** Compiles classes with one suspendable method each. */
    static void compile(Path classes, String... names) throws IOException {
        compile(
                classes,
                Arrays.stream(names).map(name -> String.format(HOST, name)).toList());
    }

    /** Compiles sources, which see what is in the directory already. */
    static void compile(Path classes, List<String> sources) throws IOException {
        Path directory = Files.createTempDirectory("sources");
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-implicit:none",
                "-classpath",
                classes + File.pathSeparator + runtime(),
                "-d",
                classes.toString()));
        for (int i = 0; i < sources.size(); i++) {
            Path file = directory.resolve(fileName(sources.get(i), i));
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, sources.get(i)).toString());
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        assertEquals(0, result);
    }

    /** Descriptors must be in files of their own names. */
    private static String fileName(String source, int number) {
        if (source.startsWith("module ")) {
            return "module-info.java";
        }
        return source.startsWith("@Deprecated package") ? number + "/package-info.java" : "Source" + number + ".java";
    }

    static Path runtime() {
        try {
            return Path.of(Suspendable.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
