package dev.fermata.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README names each example that can be run, by its name and its file. */
class ReadmeTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/fermata/examples");

    private static Set<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void names_every_program_and_no_other() throws IOException, ReflectiveOperationException {
        String readme = Files.readString(Path.of("README.md"));
        Set<String> programs = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("void main(")) {
                    String name = SOURCES.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.');
                    programs.add(name);
                    assertTrue(source.contains("-Dexample=" + name), name + " says how it is run");
                }
            }
        }
        assertEquals(programs, found(readme, "-Dexample=([\\w.]+)"));
        for (String program : programs) {
            Class<?> example = Class.forName("dev.fermata.examples." + program);
            assertTrue(
                    Modifier.isStatic(example.getMethod("main", String[].class).getModifiers()));
        }
    }

    @Test
    void links_to_files_that_are_there() throws IOException {
        for (String link : found(Files.readString(Path.of("README.md")), "\\]\\(([^)]+)\\)")) {
            assertTrue(Files.exists(Path.of(link)), link);
        }
    }
}
