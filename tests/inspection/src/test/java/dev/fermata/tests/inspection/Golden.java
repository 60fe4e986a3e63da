package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files with the expected output, in which an age is {@code <age>}, a line of the library {@code <line>}, and columns are set
 * apart by two spaces. They are written anew with {@code -Dgolden.update=true}.
 */
final class Golden {
    private Golden() {}

    static void assertEqual(String name, String output) throws IOException {
        Path file = Path.of("src", "test", "resources", "golden", name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, normalised(output));
        }
        assertEquals(Files.readString(file), normalised(output), output);
    }

    /** Leaves out what differs from run to run: ages, and the columns that they widen. */
    private static String normalised(String output) {
        StringBuilder lines = new StringBuilder();
        for (String line : output.lines().toList()) {
            String start = line.substring(0, line.length() - line.stripLeading().length());
            String rest = line.strip()
                    .replaceAll("\\b[0-9.]+ (ns|us|ms|s|min|h|d)\\b", "<age>")
                    .replaceAll("(at dev\\.fermata\\.(?!tests).*\\.java):[0-9]+", "$1:<line>")
                    .replaceAll(" {2,}", "  ");
            lines.append(start).append(rest).append('\n');
        }
        return lines.toString();
    }
}
