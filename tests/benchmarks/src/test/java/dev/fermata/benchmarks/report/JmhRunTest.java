package dev.fermata.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JmhRunTest {
    private static final Path NOWHERE = Path.of("nowhere");

    @Test
    void the_transformer_is_no_workload() {
        Set<String> workloads = JmhRun.ofWorkloads(".*", NOWHERE, true).names();
        Set<String> weaving = JmhRun.ofWeaving(".*", NOWHERE, true, NOWHERE).names();
        assertTrue(workloads.contains("dev.fermata.benchmarks.FlatGenerator.handWritten"), workloads.toString());
        assertTrue(weaving.contains("dev.fermata.benchmarks.weaving.WeavingSpeed.fermata"), weaving.toString());
        assertFalse(workloads.stream().anyMatch(weaving::contains));
    }

    @Test
    void an_expression_chooses_among_both() {
        String include = "EventLoopTurn.kotlin|PassingOver[.]every";
        assertEquals(
                Set.of("dev.fermata.benchmarks.EventLoopTurn.kotlin"),
                JmhRun.ofWorkloads(include, NOWHERE, true).names());
        assertEquals(
                Set.of("dev.fermata.benchmarks.weaving.PassingOver.everyByte"),
                JmhRun.ofWeaving(include, NOWHERE, true, NOWHERE).names());
    }
}
