package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The output that the page for users quotes is that of the commands. */
final class PageIT {
    private static final Path PAGE = Path.of("../../docs/tools/ps-and-tree.md");

    @Test
    void ps_and_tree_are_those_of_the_program_that_is_run_here() throws IOException {
        Golden.assertEqual("ps.txt", block("ps"));
        Golden.assertEqual("tree.txt", block("tree"));
    }

    @Test
    void help_is_as_printed() throws IOException {
        assertEquals(AgentCommand.run("help").out(), block("help"));
    }

    private static String block(String name) throws IOException {
        Matcher block = Pattern.compile("<!-- " + name + " -->\n```text\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        if (!block.find()) {
            throw new AssertionError("the page has no block " + name);
        }
        return block.group(1);
    }
}
