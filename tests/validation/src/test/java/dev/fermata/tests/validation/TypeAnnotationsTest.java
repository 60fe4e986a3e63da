package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fermata.tests.validation.woven.TypeAnnotations;
import dev.fermata.tests.validation.woven.WovenMethod;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Annotations of types inside a method: {@code javac} writes them even without debug tables. */
@EveryCompilation
@Tag("H8")
class TypeAnnotationsTest {
    private final CompiledTargets targets;

    TypeAnnotationsTest(Compilation compilation) {
        this.targets = CompiledTargets.by(compilation);
    }

    @Test
    void a_body_has_the_type_annotations_of_its_method() {
        Map<String, SortedSet<String>> before = new TreeMap<>();
        Map<String, SortedSet<String>> after = new TreeMap<>();
        for (WovenMethod method : WovenMethod.in(targets.inputs(), targets.woven())) {
            before.put(method.toString(), TypeAnnotations.ofOriginal(method.original()));
            after.put(method.toString(), TypeAnnotations.ofBody(method.body()));
        }
        before.values().removeIf(SortedSet::isEmpty);
        after.values().removeIf(SortedSet::isEmpty);
        assertEquals(before, after);
        assertNotEquals(Map.of(), before);
    }
}
