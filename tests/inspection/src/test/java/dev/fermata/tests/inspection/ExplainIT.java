package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Countdown;
import dev.fermata.tests.agent.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The transformer's look at weaving, called by way of the agent's jar. */
final class ExplainIT {
    @TempDir
    Path directory;

    @Test
    void explains_a_class_file_and_writes_a_page() throws Exception {
        Path classes = Countdown.compileTo(directory);
        Path page = directory.resolve("page.html");
        Run run = AgentCommand.run(
                "explain", classes.resolve("demo/Countdown.class").toString(), "--html", page.toString());
        assertEquals(0, run.exit(), run::toString);
        assertTrue(run.out().contains("Countdown.from"), run::out);
        assertTrue(Files.readString(page).contains("<svg"));
    }

    @Test
    void says_how_it_is_used() {
        Run run = AgentCommand.run("explain", "--nonsense");
        assertEquals(2, run.exit(), run::toString);
        assertTrue(run.err().contains("--method"), run::err);
    }
}
