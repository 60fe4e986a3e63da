package dev.fermata.tests.agent;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules. The agent itself is always on the class path, where the JVM puts it. */
final class ModulesIT {
    private static final String MAIN = """
            package demo.app;

            import dev.fermata.Generator;
            import dev.fermata.Suspendable;

            public class Main {
                @Suspendable
                static Iterable<Integer> squares(int n) {
                    for (int i = 1; i <= n; i++) {
                        Generator.yield(i * i);
                    }
                    return null;
                }

                public static void main(String[] args) {
                    System.out.println(Main.class.getModule().isNamed());
                    squares(3).forEach(System.out::println);
                }
            }
            """;

    @TempDir
    Path directory;

    @Test
    @Tag("E18")
    @Tag("K1")
    void a_module_that_requires_the_runtime_is_woven() {
        String runtime = Artifacts.runtime().toString();
        Path module = new Sources()
                .file("module-info", "module demo.app { requires dev.fermata; }")
                .file("Main", MAIN)
                .withoutRuntime()
                .withOptions("--module-path", runtime)
                .compileTo(directory);
        Run run = new Jvm()
                .withAgent("")
                .with("--module-path", module + File.pathSeparator + runtime)
                .run("--module", "demo.app/demo.app.Main");
        run.assertPrinted("true", "1", "4", "9");
        run.assertQuiet();
    }

    @Test
    @Tag("I13")
    void a_module_compiled_to_read_the_class_path_needs_no_switch_to_run() {
        Path module = new Sources()
                .file("module-info", "module demo.app {}")
                .file("Main", MAIN)
                .withOptions("--add-reads", "demo.app=ALL-UNNAMED")
                .compileTo(directory);
        Run run = new Jvm()
                .withAgent("")
                .withClassPath()
                .with("--module-path", module.toString())
                .run("--module", "demo.app/demo.app.Main");
        run.assertPrinted("true", "1", "4", "9");
        run.assertQuiet();
    }
}
