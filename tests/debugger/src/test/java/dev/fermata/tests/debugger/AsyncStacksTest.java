package dev.fermata.tests.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.loop.EventLoop;
import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The annotations by which IntelliJ shows who has scheduled what runs; it takes them from the class files. */
class AsyncStacksTest {
    private static final String MODULE = """
            module user { requires dev.fermata; }
            """;
    private static final String USER = """
            package user;
            import dev.fermata.*;
            import dev.fermata.loop.*;
            class User {
                static void use(EventLoop loop, Coroutine<String> coroutine) {
                    Task<String> task = loop.spawn(coroutine);
                    CallbackHandle handle = loop.callSoon(() -> System.out.println(task));
                    handle.cancel();
                    loop.offload(() -> "work");
                }
            }
            """;

    @TempDir
    Path directory;

    /** The key by which both are matched is the object itself. */
    @ParameterizedTest
    @CsvSource({"Task,run", "CallbackHandle,run", "Offload,run"})
    void what_makes_a_thing_schedules_it_and_what_runs_it_executes_it(String type, String method) throws IOException {
        assertEquals(
                List.of(
                        "<init> Lorg/jetbrains/annotations/Async$Schedule;",
                        method + " Lorg/jetbrains/annotations/Async$Execute;"),
                annotated(type));
    }

    @Test
    void who_compiles_against_the_runtime_needs_no_jar_for_it_and_gets_no_warning() {
        new Sources().file("User", USER).withOptions("-Xlint:all", "-Werror").compileTo(directory);
    }

    @Test
    void nor_does_a_module() {
        new Sources()
                .file("module-info", MODULE)
                .file("user/User", USER)
                .withoutRuntime()
                .withOptions("--module-path", Artifacts.runtime().toString(), "-Xlint:all", "-Werror")
                .compileTo(directory);
    }

    private static List<String> annotated(String type) throws IOException {
        ClassNode node = new ClassNode();
        try (InputStream in = EventLoop.class.getResourceAsStream(type + ".class")) {
            new ClassReader(in).accept(node, ClassReader.SKIP_CODE);
        }
        List<String> found = new ArrayList<>();
        for (MethodNode method : node.methods) {
            List<AnnotationNode> annotations =
                    method.invisibleAnnotations == null ? List.of() : method.invisibleAnnotations;
            annotations.forEach(annotation -> found.add(method.name + " " + annotation.desc));
        }
        return found;
    }
}
