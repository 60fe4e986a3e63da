package dev.fermata.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages of the guide, and that about stack traces, show code that compiles, and say what it prints. The line before a block of Java names where it
 * stands, {@code <!-- Class#region -->} or {@code <!-- Class -->}; the line before a block of text names the program that
 * prints it, {@code <!-- prints Class -->}.
 */
class GuideTest {
    private static final Path PAGES = Path.of("../../docs/guide");
    private static final Path STACK_TRACES = Path.of("../../docs/tools/stack-traces.md");
    private static final Pattern BLOCK =
            Pattern.compile("^(?:<!-- ([^>]+) -->\\n)?```(java|text)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicContainer> every_block_is_true() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            List<Path> pages =
                    new ArrayList<>(files.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            assertFalse(pages.isEmpty());
            pages.add(STACK_TRACES);
            return pages.stream().map(page -> DynamicContainer.dynamicContainer(page.getFileName() + "", blocks(page)));
        }
    }

    private static Stream<DynamicTest> blocks(Path page) {
        return BLOCK.matcher(read(page)).results().map(GuideTest::test);
    }

    private static DynamicTest test(MatchResult block) {
        String mark = block.group(1);
        String name = mark == null ? "a block without a mark" : mark;
        return DynamicTest.dynamicTest(name, () -> {
            assertFalse(mark == null, "no mark before: " + block.group());
            boolean isOutput = mark.startsWith("prints ");
            assertEquals(
                    isOutput ? "text" : "java",
                    block.group(2),
                    "what is printed is text, what is shown is Java: " + mark);
            String expected = isOutput ? Program.output(mark.substring("prints ".length())) : Program.source(mark);
            assertEquals(expected, block.group(3));
        });
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
