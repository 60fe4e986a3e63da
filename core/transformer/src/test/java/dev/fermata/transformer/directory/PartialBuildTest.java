package dev.fermata.transformer.directory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories with special files in them, and compilers that compile only what has changed. */
class PartialBuildTest {
    private static final String BASE = "import dev.fermata.*; class Base { String name() { return \"base\"; }"
            + " @Suspendable Iterable<String> names() { Generator.yield(name()); return null; }"
            + " static class Mate { @Suspendable static Iterable<String> mates() { Generator.yield(\"mate\"); return null; } } }";
    private static final String HEIR =
            "import dev.fermata.*; class Heir extends Base { String name() { return \"%s\"; }"
                    + " @Suspendable Iterable<String> names() { Generator.yieldFrom(super.names());"
                    + " Generator.yieldFrom(Base.Mate.mates()); return null; }"
                    + " public static String all() { return String.join(\" \", new Heir().names()); } }";

    @TempDir
    private Path classes;

    @Test
    @Tag("J15")
    void an_heir_that_is_compiled_again_fits_the_base_that_is_not() throws Exception {
        SourceText.compile(classes, List.of(BASE, String.format(HEIR, "first")));
        assertEquals(3, DirectoryWeaver.weave(classes).woven());
        assertEquals("first mate", all());
        SourceText.compile(classes, List.of(String.format(HEIR, "second")));
        assertEquals(1, DirectoryWeaver.weave(classes).woven());
        assertEquals("second mate", all());
    }

    private String all() throws IOException, ReflectiveOperationException {
        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            Method all = loader.loadClass("Heir").getDeclaredMethod("all");
            all.setAccessible(true);
            return (String) all.invoke(null);
        }
    }

    @Test
    @Tag("J5")
    void descriptors_are_left_alone_and_versions_of_a_class_are_woven_each_for_itself() throws Exception {
        SourceText.compile(classes, "Versioned");
        Path newer = classes.resolve("META-INF/versions/17");
        Files.createDirectories(newer);
        SourceText.compile(newer, "Versioned");
        SourceText.compile(classes, List.of("@Deprecated package special;"));
        SourceText.compile(classes, List.of("module demo { requires static java.compiler; }"));
        byte[] module = Files.readAllBytes(classes.resolve("module-info.class"));
        byte[] info = Files.readAllBytes(classes.resolve("special/package-info.class"));

        assertEquals(2, DirectoryWeaver.weave(classes).woven());
        assertArrayEquals(module, Files.readAllBytes(classes.resolve("module-info.class")));
        assertArrayEquals(info, Files.readAllBytes(classes.resolve("special/package-info.class")));
        assertEquals(framesIn(classes), framesIn(newer), "each beside its host");
    }

    private static List<String> framesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("$$"))
                    .toList();
        }
    }
}
