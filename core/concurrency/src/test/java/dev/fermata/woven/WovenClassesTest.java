package dev.fermata.woven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fermata.sync.OverReleaseException;
import dev.fermata.transformer.directory.DirectoryReport;
import dev.fermata.transformer.directory.DirectoryWeaver;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of this module as they go into its jar. */
class WovenClassesTest {
    private static final Path CLASSES = directoryOf(OverReleaseException.class);

    @Test
    void every_class_passes_the_verifier() throws Exception {
        for (Path file : classFiles()) {
            String name = CLASSES.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
            if (!name.equals("module-info")) {
                Class.forName(name);
            }
        }
    }

    @Test
    void weaving_again_changes_nothing(@TempDir Path copy) throws IOException {
        for (Path file : classFiles()) {
            Path target = copy.resolve(CLASSES.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        DirectoryReport report = DirectoryWeaver.weave(copy);
        assertEquals(new DirectoryReport(0, 0, List.of()), report);
        for (Path file : classFiles()) {
            assertArrayEquals(
                    Files.readAllBytes(file),
                    Files.readAllBytes(copy.resolve(CLASSES.relativize(file).toString())),
                    file.toString());
        }
    }

    @Test
    void there_is_something_woven() throws IOException {
        assertFalse(classFiles().stream()
                .filter(file -> file.getFileName().toString().contains("$$"))
                .toList()
                .isEmpty());
    }

    private static List<Path> classFiles() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }

    private static Path directoryOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
