package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.validation.woven.Lines;
import dev.fermata.tests.validation.woven.LocalVariables;
import dev.fermata.tests.validation.woven.WovenMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What debuggers and stack traces read. */
@EveryCompilation
class DebugTablesTest {
    private final CompiledTargets targets;
    private final List<WovenMethod> methods;

    DebugTablesTest(Compilation compilation) {
        this.targets = CompiledTargets.by(compilation);
        this.methods = WovenMethod.in(targets.inputs(), targets.woven());
    }

    /** {@link LocalVariables} */
    @Test
    @Tag("H1")
    void each_variable_has_a_value_of_its_type_at_every_instruction_of_its_range() {
        LocalVariables check = new LocalVariables(targets.freshWoven());
        List<String> problems = new ArrayList<>();
        for (WovenMethod method : methods) {
            problems.addAll(check.problems(method.host(), method.body()));
            problems.addAll(check.problems(method.host(), method.stub()));
        }
        assertEquals(List.of(), problems);
    }

    /** Or the check above would be content with an empty table. An argument that nobody reads is not kept at all. */
    @Test
    @Tag("H1")
    void no_variable_that_is_read_is_lost() {
        Map<String, Set<String>> lost = new TreeMap<>();
        for (WovenMethod method : methods) {
            Set<String> names = LocalVariables.read(method.original());
            names.removeAll(LocalVariables.names(method.body()));
            if (!names.isEmpty()) {
                lost.put(method.toString(), names);
            }
        }
        assertEquals(Map.of(), lost);
    }

    @Test
    @Tag("H3")
    void a_body_has_the_lines_of_its_method_and_no_others() {
        Map<String, Set<Integer>> before = new TreeMap<>();
        Map<String, Set<Integer>> after = new TreeMap<>();
        for (WovenMethod method : methods) {
            before.put(method.toString(), Lines.of(method.original()));
            after.put(method.toString(), Lines.of(method.body()));
        }
        assertEquals(before, after);
    }
}
