package dev.fermata.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What cannot be prevented is told: the README says what happens, so that nobody has to find out. */
class DocumentedLimitsTest {
    private final String limitations;

    DocumentedLimitsTest() throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("root"), "README.md"));
        int start = readme.indexOf("\n## Limitations");
        limitations =
                readme.substring(start, readme.indexOf("\n## ", start + 1)).replaceAll("\\s+", " ");
    }

    private void assertTold(String... texts) {
        for (String text : texts) {
            assertTrue(limitations.contains(text), "the README's limitations do not mention '" + text + "'");
        }
    }

    @Test
    @Tag("C13")
    void a_lock_that_belongs_to_a_thread_must_not_be_held_across_a_suspension() {
        assertTold("locks that belong to a thread", "ReentrantLock", "one is held across a suspension point");
    }

    @Test
    @Tag("G9")
    void a_generator_that_is_dropped_never_runs_its_finally_blocks() {
        assertTold("dropped half-way never runs its `finally` blocks", "Close it");
    }

    @Test
    @Tag("G12")
    void interceptors_see_the_call_and_thread_locals_are_those_of_the_driver() {
        assertTold("interceptors (`@Transactional`, `@Async`) wrap the call", "Thread-locals", "whoever resumes");
    }

    @Test
    @Tag("H4")
    void debuggers_show_no_this() {
        assertTold("The body is a static synthetic method: debuggers show no `this`");
    }

    @Test
    @Tag("H6")
    void the_text_of_a_null_pointer_exception_may_differ() {
        assertTold("`NullPointerException` after a suspension may name a field of the frame");
    }

    @Test
    @Tag("I14")
    void an_agent_turns_off_parts_of_class_data_sharing() {
        assertTold("turns off parts of class data sharing: prefer the plugin");
    }

    @Test
    @Tag("I15")
    void the_agent_is_not_to_be_attached_later() {
        assertTold("The agent must be there when a class is loaded");
    }

    @Test
    @Tag("J6")
    void an_ide_goes_past_the_plugin() {
        assertTold("An IDE that compiles by itself goes past the Maven plugin: run with the agent");
    }
}
