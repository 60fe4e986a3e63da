package dev.fermata.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A ratio means something only between things that do the same. */
class VariantsAgreeTest {
    @TestFactory
    Stream<DynamicNode> every_variant_gives_what_the_one_written_by_hand_gives() {
        return Workload.all().stream().map(workload -> dynamicContainer(workload.name(), testsOf(workload)));
    }

    @Test
    void every_workload_has_one_written_by_hand_and_one_woven() {
        List<Workload> workloads = Workload.all();
        assertTrue(workloads.size() >= 8, "JMH's list of benchmarks is missing some: " + workloads);
        for (Workload workload : workloads) {
            assertTrue(workload.variants().contains(Workload.YARDSTICK), workload.name());
            assertTrue(workload.variants().stream().anyMatch(name -> name.startsWith("fermata")), workload.name());
        }
    }

    private static Stream<DynamicNode> testsOf(Workload workload) {
        return workload.settings().stream()
                .flatMap(setting -> workload.variants().stream()
                        .filter(variant -> !variant.equals(Workload.YARDSTICK))
                        .map(variant -> dynamicTest(variant + " " + setting, () -> agree(workload, variant, setting))));
    }

    private static void agree(Workload workload, String variant, Map<String, Object> setting) throws Exception {
        assertEquals(
                workload.run(Workload.YARDSTICK, setting),
                workload.run(variant, setting),
                () -> workload.name() + "." + variant + " " + setting);
    }
}
