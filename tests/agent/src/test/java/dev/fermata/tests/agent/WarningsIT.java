package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings about code that is woven all the same, and the option that decides about them. */
final class WarningsIT {
    private static final String CARELESS = """
            package demo;

            import dev.fermata.Coroutine;
            import dev.fermata.Suspendable;

            public class Careless {
                @Suspendable
                static Coroutine<String> drops() throws InterruptedException {
                    drops();
                    Thread.sleep(0);
                    return Coroutine.of("done");
                }
            }
            """;
    private static final String MAIN = """
            package demo;

            import dev.fermata.loop.EventLoop;
            import java.net.URL;
            import java.net.URLClassLoader;

            public class Main {
                public static void main(String[] args) throws Exception {
                    URL[] classes = {Main.class.getProtectionDomain().getCodeSource().getLocation()};
                    ClassLoader platform = ClassLoader.getPlatformClassLoader();
                    URL runtime = EventLoop.class.getProtectionDomain().getCodeSource().getLocation();
                    for (int i = 0; i < 2; i++) {
                        new URLClassLoader(new URL[] {classes[0], runtime}, platform).loadClass("demo.Careless");
                    }
                    System.out.println(EventLoop.run(Careless.drops()));
                    Careless.drops();
                }
            }
            """;
    private static final String IN_COROUTINE =
            "FERMATA-020 demo.Careless.drops() (Careless.java:9): the coroutine that drops returns is dropped";
    private static final String IN_MAIN =
            "FERMATA-020 demo.Main.main(String[]) (Main.java:16): the coroutine that drops returns is dropped";
    private static final String BLOCKS =
            "FERMATA-021 demo.Careless.drops() (Careless.java:10): Thread.sleep blocks the thread";

    @TempDir
    private Path classes;

    @BeforeEach
    void compile() {
        new Sources().file("Careless", CARELESS).file("Main", MAIN).compileTo(classes);
    }

    @Test
    void each_is_told_once_even_if_several_loaders_load_the_class() {
        Run run = runWith("");
        run.assertPrinted("done");
        assertSaid(run, IN_MAIN, IN_COROUTINE, BLOCKS);
    }

    @Test
    void one_can_be_turned_off_and_so_can_all() {
        Run one = runWith("warnings=FERMATA-020=off");
        one.assertPrinted("done");
        assertSaid(one, BLOCKS);
        Run all = runWith("warnings=all=off");
        all.assertPrinted("done");
        all.assertQuiet();
    }

    @Test
    void one_raised_to_an_error_makes_the_methods_throw_it() {
        Run run = runWith("warnings=FERMATA-020=off:FERMATA-021=error");
        assertEquals("", run.out());
        assertSaid(run, BLOCKS);
        assertTrue(
                run.err().contains("dev.fermata.NotWovenError: this class could not be woven:\n" + BLOCKS), run::err);
    }

    private Run runWith(String options) {
        return new Jvm().withAgent(options).withClassPath(classes).run("demo.Main");
    }

    private static void assertSaid(Run run, String... beginnings) {
        List<String> lines = run.agentLines();
        assertEquals(beginnings.length, lines.size(), run::err);
        for (int i = 0; i < beginnings.length; i++) {
            assertTrue(lines.get(i).startsWith(beginnings[i]), run::err);
        }
    }
}
