package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.validation.woven.NothingKept;
import dev.fermata.tests.validation.woven.WovenMethod;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A reference that a body takes out of its frame is not in the frame any more: {@link NothingKept}. */
@EveryCompilation
@Tag("G1")
class NothingKeptTest {
    private final CompiledTargets targets;

    NothingKeptTest(Compilation compilation) {
        this.targets = CompiledTargets.by(compilation);
    }

    @Test
    void references_are_nulled_as_they_are_restored() {
        List<String> problems = WovenMethod.in(targets.inputs(), targets.woven()).stream()
                .flatMap(method -> NothingKept.problems(method).stream())
                .toList();
        assertEquals(List.of(), problems);
    }
}
