package dev.fermata.tests.stress.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
    @Test
    void reads_group_artifact_and_version() {
        assertEquals(new Coordinates("g", "a", "1.0"), Coordinates.parse("library", " g:a:1.0 "));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a", "g:a", "g:a:", ":a:1", "g:a:jar:tests:1"})
    void says_how_it_should_look(String text) {
        StressFailure failure = assertThrows(StressFailure.class, () -> Coordinates.parse("tests", text));
        assertTrue(failure.getMessage().startsWith("-Dtests="), failure.getMessage());
        assertTrue(failure.getMessage().contains("group:artifact:version"), failure.getMessage());
    }
}
