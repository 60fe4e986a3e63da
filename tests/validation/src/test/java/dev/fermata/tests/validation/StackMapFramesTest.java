package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.validation.woven.FrameComparison;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The stack map frames agree with ones computed from the instructions: {@link FrameComparison}. */
@EveryCompilation
@Tag("B1")
@Tag("B10")
class StackMapFramesTest {
    private final CompiledTargets targets;

    StackMapFramesTest(Compilation compilation) {
        this.targets = CompiledTargets.by(compilation);
    }

    @Test
    void frames_say_nothing_that_recomputed_ones_do_not() {
        FrameComparison comparison = new FrameComparison(targets.freshWoven());
        Map<String, List<String>> problems = new TreeMap<>();
        targets.woven().forEach((name, bytes) -> {
            List<String> found = comparison.problems(bytes);
            if (bytes != targets.inputs().get(name) && !found.isEmpty()) {
                problems.put(name, found);
            }
        });
        assertEquals(Map.of(), problems);
    }
}
