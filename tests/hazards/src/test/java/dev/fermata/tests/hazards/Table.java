package dev.fermata.tests.hazards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Files of lines with tabs between the columns. */
final class Table {
    private Table() {}

    /** Of a resource beside this class. */
    static List<List<String>> rows(String resource) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            return rowsOf(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<List<String>> rows(Path file) throws IOException {
        return rowsOf(Files.readString(file));
    }

    private static List<List<String>> rowsOf(String text) {
        return text.lines().map(line -> Arrays.asList(line.split("\t"))).toList();
    }
}
