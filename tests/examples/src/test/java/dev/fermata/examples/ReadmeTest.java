package dev.fermata.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's code is code that runs, and prints what the README says. */
class ReadmeTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    private final String readme = Files.readString(Path.of(System.getProperty("root"), "README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void its_java_stands_in_the_examples() throws IOException {
        String source = source("JumpingRange") + source("Hello");
        List<String> blocks = blocks("java");
        assertEquals(3, blocks.size());
        for (String block : blocks) {
            assertTrue(source.contains(withoutIndentation(block)), block);
        }
    }

    @Test
    void its_output_is_what_the_example_prints() throws Exception {
        String printed = ExamplesTest.output(() -> JumpingRange.main(new String[0]));
        assertEquals(List.of(printed + "\n", traceInItsPage()), blocks("text"));
    }

    /** Which the tests of the guide hold to what is thrown. */
    private static String traceInItsPage() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("../../docs/tools/stack-traces.md")))
                .results()
                .filter(block -> block.group(1).equals("text"))
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    private static String source(String example) throws IOException {
        return withoutIndentation(Files.readString(Path.of("src/main/java/dev/fermata/examples", example + ".java")));
    }

    private List<String> blocks(String language) {
        return BLOCK.matcher(readme)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
