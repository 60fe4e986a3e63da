package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.fermata.transformer.Keep;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** What must hold for the class files whatever they do when they run. */
@ParameterizedClass(name = "{0}")
@MethodSource("compilations")
class WovenClassesTest {
    private final CompiledTargets targets;

    WovenClassesTest(Compilation compilation) {
        this.targets = CompiledTargets.by(compilation);
    }

    static List<Compilation> compilations() {
        return Compilation.all();
    }

    /** The control of all other tests: a class that fails here is its compiler's fault, and has no place among the targets. */
    @Test
    void the_jvm_verifies_the_input() {
        assertEquals(Map.of(), linkErrors(targets.freshPlain(), targets.inputs().keySet()));
    }

    @Test
    @Tag("B10")
    void the_transformer_refuses_nothing() {
        assertEquals(List.of(), targets.refusals());
    }

    @Test
    @Tag("I17")
    void the_jvm_verifies_what_is_woven() {
        assertEquals(Map.of(), linkErrors(targets.freshWoven(), targets.woven().keySet()));
    }

    @Test
    @Tag("H2")
    void the_jvm_verifies_what_is_woven_to_keep_variables_in_scope() {
        TargetLoader loader = targets.freshWoven(Keep.IN_SCOPE);
        assertEquals(Map.of(), linkErrors(loader, targets.inputs().keySet()));
    }

    @Test
    void the_data_flow_of_what_is_woven_is_sound() {
        TargetLoader loader = targets.freshWoven();
        Map<String, String> errors = new TreeMap<>();
        targets.woven().forEach((name, bytes) -> {
            StringWriter report = new StringWriter();
            CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(report));
            if (!report.toString().isEmpty()) {
                errors.put(name, report.toString());
            }
        });
        assertEquals(Map.of(), errors);
    }

    @Test
    @Tag("J9")
    void weaving_twice_gives_the_same_bytes() {
        Weaver weaver = new Weaver();
        targets.inputs().values().forEach(bytes -> {
            if (weaver.weave(bytes) instanceof WeaveResult.Success success) {
                assertArrayEquals(targets.woven().get(success.name()), success.host(), success.name());
                success.frames()
                        .forEach((name, frame) ->
                                assertArrayEquals(targets.woven().get(name), frame, name));
            }
        });
    }

    @Test
    @Tag("J1")
    void what_is_woven_is_not_woven_again() {
        Weaver weaver = new Weaver();
        targets.woven().forEach((name, bytes) -> {
            if (!targets.inputs().containsKey(name) || bytes != targets.inputs().get(name)) {
                assertInstanceOf(WeaveResult.Untouched.class, weaver.weave(bytes), name);
            }
        });
    }

    /** Links every class; linking is what verifies it. */
    private static Map<String, LinkageError> linkErrors(TargetLoader loader, Set<String> names) {
        Map<String, LinkageError> errors = new TreeMap<>();
        for (String name : names) {
            try {
                Class.forName(name.replace('/', '.'), false, loader).getDeclaredMethods();
            } catch (LinkageError e) {
                errors.put(name, e);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }
        return errors;
    }
}
