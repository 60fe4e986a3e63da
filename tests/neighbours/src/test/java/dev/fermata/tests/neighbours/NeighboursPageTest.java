package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/neighbours.md} to the tests. */
final class NeighboursPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "neighbours.md");
    private static final Path TESTS = Path.of("src", "test", "java", "dev", "fermata", "tests", "neighbours");

    @Test
    void names_every_test_and_no_other() throws IOException {
        Set<String> named = Pattern.compile("`(\\w+(?:IT|Test))`")
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.list(TESTS)) {
            Set<String> tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.matches("\\w+(IT|Test)"))
                    .filter(name -> !name.equals(NeighboursPageTest.class.getSimpleName()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(tests, named);
        }
    }
}
