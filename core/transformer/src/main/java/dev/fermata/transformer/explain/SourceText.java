package dev.fermata.transformer.explain;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The lines of a source file.
 *
 * @param lines from the first
 */
public record SourceText(List<String> lines) {
    /** No source is at hand. */
    public static final SourceText NONE = new SourceText(List.of());

    /**
     * Reads a file.
     *
     * @param file the file, in UTF-8; what is not is shown as far as it can be
     * @return its lines
     * @throws IOException if it cannot be read
     */
    public static SourceText read(Path file) throws IOException {
        Charset lenient =
                StandardCharsets.UTF_8; // String decodes malformed input, where Files.readString would refuse it
        return of(new String(Files.readAllBytes(file), lenient));
    }

    /** Splits a text into lines. */
    static SourceText of(String text) {
        return new SourceText(
                text.lines().map(line -> line.replace("\t", "    ")).toList());
    }

    /** Whether there is any text. */
    boolean isThere() {
        return !lines.isEmpty();
    }

    /** A line by its number from 1; empty if there is none. */
    String line(int number) {
        return number < 1 || number > lines.size() ? "" : lines.get(number - 1).stripTrailing();
    }
}
