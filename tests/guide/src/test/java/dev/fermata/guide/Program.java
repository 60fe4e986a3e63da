package dev.fermata.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The programs that the guide shows; those of {@code frameworks/} stand, and are tested, in a module of their own. */
final class Program {
    private static final Path SOURCES = Path.of("src/main/java/dev/fermata/guide");
    private static final Path FRAMEWORKS = Path.of("../frameworks/examples/src/main/java/dev/fermata");
    private static final String REGION = "// region ";
    private static final String END = "// endregion";

    private Program() {}

    /** Source text by its mark: {@code Class#region}, or {@code Class} for the file without its package and its marks. */
    static String source(String mark) throws IOException {
        String[] parts = mark.split("#");
        Path sources = parts[0].startsWith("frameworks/") ? FRAMEWORKS : SOURCES;
        List<String> lines = Files.readAllLines(sources.resolve(parts[0] + ".java"));
        return parts.length == 1 ? whole(lines) : region(lines, parts[1]);
    }

    /** What a program writes to its standard output. */
    static String output(String name) throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Class.forName("dev.fermata.guide." + name)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static String whole(List<String> lines) {
        List<String> shown = new ArrayList<>(lines.subList(2, lines.size()));
        shown.removeIf(line -> line.strip().startsWith(REGION) || line.strip().equals(END));
        return String.join("\n", shown) + "\n";
    }

    private static String region(List<String> lines, String name) {
        List<String> shown = new ArrayList<>();
        boolean isInside = false;
        boolean isFound = false;
        for (String line : lines) {
            if (line.strip().equals(REGION + name)) {
                isInside = true;
                isFound = true;
            } else if (line.strip().equals(END)) {
                isInside = false;
            } else if (isInside) {
                shown.add(line);
            }
        }
        assertTrue(isFound, "there is no region " + name);
        int indentation = shown.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return shown.stream()
                        .map(line -> line.isBlank() ? "" : line.substring(indentation))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }
}
