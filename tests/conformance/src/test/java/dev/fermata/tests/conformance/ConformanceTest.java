package dev.fermata.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every trace of CPython against its scenario in Java. */
class ConformanceTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("traces")
    @Tag("C10")
    @Tag("G5")
    void prints_what_cpython_prints(String id) throws Throwable {
        assertEquals(String.join("\n", Golden.lines(id)), String.join("\n", Catalogue.run(id)));
    }

    @Test
    void every_scenario_has_a_trace_and_every_trace_a_scenario() {
        assertEquals(new TreeSet<>(Golden.ids()), new TreeSet<>(Catalogue.ids()));
    }

    static List<String> traces() {
        return Golden.ids();
    }
}
