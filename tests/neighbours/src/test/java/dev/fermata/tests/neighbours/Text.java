package dev.fermata.tests.neighbours;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Sources too long to stand in a test. */
final class Text {
    private Text() {}

    /** A file below {@code src/test/resources}. */
    static String of(String resource) {
        try (InputStream in = Text.class.getResourceAsStream("/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
