package dev.fermata.tests.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Run;
import dev.fermata.tests.inspection.programs.Twins;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;

/** A JVM in which several class loaders have loaded a runtime each. */
@Timeout(120)
final class SeveralRuntimesIT {
    @Test
    void each_is_shown_with_the_class_loader_that_has_it() throws IOException {
        try (Target twins = Target.running(Twins.class)) {
            Run run = AgentCommand.run("ps", twins.pid());
            assertEquals(0, run.exit(), run::toString);
            assertTrue(run.out().contains("runtime in class loader 'left' java.net.URLClassLoader@"), run::out);
            assertTrue(run.out().contains("runtime in class loader 'right' java.net.URLClassLoader@"), run::out);
            assertShowsBoth(run.out());
            assertEquals("", twins.complaints());
        }
    }

    @Test
    void each_gives_a_json_document() throws IOException {
        try (Target twins = Target.running(Twins.class)) {
            Run run = AgentCommand.run("ps", twins.pid(), "--json");
            List<String> threads = new ArrayList<>();
            JsonMapper mapper = new JsonMapper();
            try (MappingIterator<JsonNode> documents =
                    mapper.readerFor(JsonNode.class).readValues(mapper.createParser(run.out()))) {
                for (JsonNode document : documents.readAll()) {
                    threads.add(document.findValue("thread").asString());
                }
            }
            threads.sort(null);
            assertEquals(List.of("left", "right"), threads);
        }
    }

    @Test
    void each_has_an_mbean() throws IOException {
        try (Target twins = Target.running(Twins.class, "-Dfermata.jmx=true", "-XX:-EnableDynamicAgentLoading")) {
            Run run = AgentCommand.run("tree", twins.pid());
            assertEquals(0, run.exit(), run::toString);
            assertShowsBoth(run.out());
        }
    }

    private static void assertShowsBoth(String out) {
        assertTrue(out.contains("loop 1 on thread left"), out);
        assertTrue(out.contains("loop 1 on thread right"), out);
    }
}
