package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fermata.tests.validation.woven.Untouched;
import dev.fermata.tests.validation.woven.WovenMethod;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is not suspendable is copied to the byte: {@link Untouched}. */
@EveryCompilation
@Tag("E14")
class UntouchedMembersTest {
    private final CompiledTargets targets;

    UntouchedMembersTest(Compilation compilation) {
        this.targets = CompiledTargets.by(compilation);
    }

    @Test
    void everything_but_the_code_of_suspendable_methods_is_the_same_to_the_byte() {
        Map<String, Object> problems = new TreeMap<>();
        int hosts = 0;
        for (Map.Entry<String, byte[]> input : targets.inputs().entrySet()) {
            byte[] woven = targets.woven().get(input.getKey());
            if (woven != input.getValue()) {
                hosts++;
                Set<String> suspendable = WovenMethod.of(input.getValue(), woven, targets.woven()).stream()
                        .map(method -> method.original().name + method.original().desc)
                        .collect(Collectors.toSet());
                problems.put(input.getKey(), Untouched.problems(input.getValue(), woven, suspendable));
            }
        }
        problems.values().removeIf(found -> found.toString().equals("[]"));
        assertEquals(Map.of(), problems);
        assertNotEquals(0, hosts);
    }
}
