package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records, enums, sealed types, interfaces, nested and generic classes as hosts: reflection finds them as they were. */
@Tag("E14")
final class HostShapesTest {
    @TempDir
    static Path directory;

    private static Set<String> names;
    private static ClassLoader plain;
    private static ClassLoader woven;

    @BeforeAll
    static void compile() {
        Path classes = compileTo(directory.resolve("plain"));
        names = new TreeSet<>(ClassFiles.in(classes).keySet());
        plain = ClassFiles.load(classes);
        Path wovenClasses = compileTo(directory.resolve("woven"));
        BuildTime.weave(wovenClasses);
        woven = ClassFiles.load(wovenClasses);
    }

    private static Path compileTo(Path target) {
        return new Sources()
                .withOptions("-parameters")
                .file("Shapes", Text.of("shapes/Shapes.java"))
                .compileTo(target);
    }

    @Test
    void all_of_them_run() throws ReflectiveOperationException {
        assertEquals(
                List.of(
                        "5",
                        "6",
                        "v",
                        "v",
                        "TWICE",
                        "Circle[radius=1.0]",
                        "Circle",
                        "square",
                        "[]",
                        "Square",
                        "first",
                        "more",
                        "secret",
                        "a",
                        "b",
                        "c",
                        "7",
                        "7",
                        "secret7",
                        "nested",
                        "nested"),
                woven.loadClass("shapes.Shapes").getMethod("run").invoke(null));
    }

    @Test
    @Tag("E5")
    @Tag("E8")
    @Tag("E10")
    @Tag("D10")
    void reflection_tells_the_same_as_before() throws ReflectiveOperationException {
        assertTrue(names.size() >= 13, names::toString);
        for (String name : names) {
            assertEquals(
                    Reflected.describe(plain.loadClass(name)), Reflected.describe(woven.loadClass(name)), () -> name);
        }
    }

    @Test
    @Tag("J13")
    void only_synthetic_methods_and_synthetic_classes_are_added() throws ReflectiveOperationException {
        Set<String> added =
                new TreeSet<>(ClassFiles.in(directory.resolve("woven")).keySet());
        added.removeAll(names);
        assertTrue(added.size() >= 12, added::toString);
        for (String name : added) {
            Class<?> frame = woven.loadClass(name);
            assertTrue(frame.isSynthetic(), name);
            for (var method : frame.getDeclaredMethods()) {
                assertTrue(method.isSynthetic(), method::toString);
            }
        }
    }

    /** Reads what a framework reads that looks around in a package. */
    @Test
    @Tag("E13")
    void frame_classes_can_be_reflected_on() throws ReflectiveOperationException {
        Set<String> added =
                new TreeSet<>(ClassFiles.in(directory.resolve("woven")).keySet());
        added.removeAll(names);
        for (String name : added) {
            Class<?> frame = woven.loadClass(name);
            assertEquals(name.substring(name.lastIndexOf('.') + 1), frame.getSimpleName());
            assertEquals(null, frame.getEnclosingClass());
            assertTrue(Reflected.describe(frame).startsWith("type | "));
        }
    }
}
