package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Files with the expected output, in which an age is {@code <age>} and columns are set apart by two spaces. */
final class Golden {
    private Golden() {}

    static void assertEqual(String name, String output) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), normalised(output), output);
        }
    }

    /** Leaves out what differs from run to run: ages, and the columns that they widen. */
    private static String normalised(String output) {
        StringBuilder lines = new StringBuilder();
        for (String line : output.lines().toList()) {
            String start = line.substring(0, line.length() - line.stripLeading().length());
            String rest = line.strip()
                    .replaceAll("\\b[0-9.]+ (ns|us|ms|s|min)\\b", "<age>")
                    .replaceAll(" {2,}", "  ");
            lines.append(start).append(rest).append('\n');
        }
        return lines.toString();
    }
}
