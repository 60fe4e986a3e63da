package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.validation.woven.StructuredMonitors;
import dev.fermata.tests.validation.woven.WovenMethod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every monitor is left on every path, and none is held where a body suspends: {@link StructuredMonitors}. */
@EveryCompilation
@Tag("C11")
class StructuredMonitorsTest {
    private final CompiledTargets targets;

    StructuredMonitorsTest(Compilation compilation) {
        this.targets = CompiledTargets.by(compilation);
    }

    @Test
    void monitors_are_structured() {
        List<String> problems = new ArrayList<>();
        for (WovenMethod method : WovenMethod.in(targets.inputs(), targets.woven())) {
            StructuredMonitors.problems(method.host().name, method.body(), method.frame().name)
                    .forEach(problem -> problems.add(method + ": " + problem));
        }
        assertEquals(List.of(), problems);
    }
}
