package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Weaves class files in place, as a build does. */
public final class BuildTime {
    private BuildTime() {}

    public static void weave(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> classFiles =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            for (Path file : classFiles) {
                weaveFile(classes, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void weaveFile(Path classes, Path file) throws IOException {
        WeaveResult result = new Weaver().weave(Files.readAllBytes(file));
        assertFalse(result instanceof WeaveResult.Refused, result::toString);
        if (result instanceof WeaveResult.Success success) {
            for (Map.Entry<String, byte[]> frame : success.frames().entrySet()) {
                Files.write(classes.resolve(frame.getKey() + ".class"), frame.getValue());
            }
            Files.write(file, success.host());
        }
    }
}
