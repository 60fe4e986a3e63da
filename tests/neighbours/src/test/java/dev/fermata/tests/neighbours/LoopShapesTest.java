package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which loops of woven code are irreducible: those that hold a suspension point and have a way round that does not
 * suspend. They are entered at their beginning and where they go on after the suspension. With a {@code yield} on every
 * way round no loop is left: what goes round is the dispatch of one call after the other.
 */
@Tag("F3")
final class LoopShapesTest {
    @TempDir
    static Path directory;

    private static List<MethodNode> plain;
    private static List<MethodNode> woven;

    @BeforeAll
    static void compile() {
        plain = methodsOf(compileTo(directory.resolve("plain")));
        Path wovenClasses = compileTo(directory.resolve("woven"));
        BuildTime.weave(wovenClasses);
        woven = methodsOf(wovenClasses);
    }

    private static Path compileTo(Path target) {
        return new Sources().file("Loops", Text.of("loops/Loops.java")).compileTo(target);
    }

    private static List<MethodNode> methodsOf(Path classes) {
        Map<String, byte[]> classFiles = ClassFiles.in(classes);
        ClassNode host = new ClassNode();
        new ClassReader(classFiles.get("demo.Loops")).accept(host, 0);
        return host.methods;
    }

    private static MethodNode the(List<MethodNode> methods, String part) {
        return methods.stream()
                .filter(method -> method.name.contains(part))
                .reduce((one, other) -> {
                    throw new IllegalStateException("two have " + part + " in their names");
                })
                .orElseThrow();
    }

    @TestFactory
    List<DynamicTest> a_loop_is_irreducible_when_it_can_go_round_with_a_suspension_and_without() {
        return plain.stream()
                .filter(method -> method.name.startsWith("reducible"))
                .map(method -> DynamicTest.dynamicTest(method.name, () -> check(method)))
                .toList();
    }

    private static void check(MethodNode method) {
        String[] counts = method.name.split("\\D+");
        int reducible = Integer.parseInt(counts[1]);
        int irreducible = Integer.parseInt(counts[2]);
        int broken = Integer.parseInt(counts[3]);
        assertEquals(new LoopShapes.Count(reducible + irreducible + broken, 0), LoopShapes.of(method), "as compiled");
        MethodNode body = the(woven, "lambda$" + method.name + "$co");
        assertEquals(new LoopShapes.Count(reducible, irreducible), LoopShapes.of(body), "woven");
    }

    @Test
    void a_method_without_loops_has_none_afterwards() {
        assertEquals(new LoopShapes.Count(0, 0), LoopShapes.of(the(woven, "lambda$some$co")));
    }
}
