package dev.fermata.tests.stress.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Libraries by others, with their own tests: woven, they are to behave as before. */
class LibraryRunTest {
    private static final Path DIRECTORY = Path.of("target", "stress");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.commons:commons-lang3:3.14.0",
                "commons-codec:commons-codec:1.15",
                "org.apache.commons:commons-csv:1.10.0"
            })
    void no_test_of_the_library_tells_woven_from_unwoven(String library) {
        Coordinates coordinates = Coordinates.parse("library", library);
        Verdict verdict = LibraryRun.compare(coordinates, coordinates, DIRECTORY, Duration.ofMinutes(20), System.out);
        assertEquals(List.of(), verdict.complaints());
    }

    @Test
    void a_library_that_is_not_there_is_named(@TempDir Path directory) {
        StressFailure failure = failureOf("dev.fermata:no-such-library:1", "dev.fermata:no-such-library:1", directory);
        assertTrue(failure.getMessage().startsWith("Cannot resolve the library dev.fermata:no-such-library:1"));
    }

    @Test
    void a_library_without_published_tests_is_told_apart(@TempDir Path directory) {
        StressFailure failure = failureOf("org.slf4j:slf4j-nop:2.0.17", "org.slf4j:slf4j-nop:2.0.17", directory);
        assertTrue(failure.getMessage().contains("no artifact with classifier 'tests'"), failure.getMessage());
    }

    @Test
    void an_artifact_without_tests_is_told_apart(@TempDir Path directory) {
        StressFailure failure = failureOf("org.slf4j:slf4j-nop:2.0.17", "org.ow2.asm:asm:9.8", directory);
        assertTrue(failure.getMessage().startsWith("No tests found in "), failure.getMessage());
    }

    private static StressFailure failureOf(String library, String tests, Path directory) {
        return assertThrows(
                StressFailure.class,
                () -> LibraryRun.compare(
                        Coordinates.parse("library", library),
                        Coordinates.parse("tests", tests),
                        directory,
                        Duration.ofMinutes(1),
                        System.out));
    }
}
