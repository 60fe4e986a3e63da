package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.tests.agent.Artifacts;
import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Jvm;
import dev.fermata.tests.agent.Run;
import dev.fermata.tests.agent.Sources;
import java.io.File;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application in a named module that exports nothing, on the module path and in an image made by jlink. */
@Tag("K1")
@Tag("E18")
final class ModulePathIT {
    private static final String MAIN = "demo.app/demo.app.Main";
    private static final String[] OUTPUT = {"module demo.app", "1", "4", "9", "paused", "42", "2 methods, 1 body"};

    @TempDir
    Path directory;

    private Path module;

    @BeforeEach
    void compile() {
        module = new Sources()
                .withoutRuntime()
                .withOptions("--module-path", Artifacts.runtime().toString())
                .file("module-info", "module demo.app { requires dev.fermata; }")
                .file("Main", Text.of("modules/Main.java"))
                .compileTo(directory.resolve("demo.app"));
    }

    @Test
    @Tag("I13")
    void is_woven_by_the_agent() {
        assertRuns(onModulePath().withAgent(""));
    }

    @Test
    void is_woven_in_the_build_and_needs_no_agent() {
        BuildTime.weave(module);
        assertRuns(onModulePath());
    }

    @Test
    @Tag("I16")
    void is_woven_in_the_build_and_left_alone_by_the_agent() {
        BuildTime.weave(module);
        assertRuns(onModulePath().withAgent(""));
    }

    @Test
    void is_woven_in_the_build_and_linked_with_the_runtime_and_the_jdk_into_one_image() {
        BuildTime.weave(module);
        assertRuns(new Jvm().from(link("demo.app")));
    }

    @Test
    void is_woven_by_the_agent_in_an_image_that_has_the_module_for_agents() {
        assertRuns(new Jvm().from(link("demo.app,java.instrument")).withAgent(""));
    }

    private static void assertRuns(Jvm jvm) {
        Run run = jvm.run("--module", MAIN);
        run.assertPrinted(OUTPUT);
        run.assertQuiet();
    }

    private Jvm onModulePath() {
        return new Jvm().with("--module-path", modulePath());
    }

    private String modulePath() {
        return module + File.pathSeparator + Artifacts.runtime();
    }

    private Path link(String modules) {
        Path image = directory.resolve("image");
        int status = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "--module-path",
                        modulePath(),
                        "--add-modules",
                        modules,
                        "--output",
                        image.toString());
        assertEquals(0, status);
        return image;
    }
}
