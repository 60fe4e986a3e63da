package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that the build has woven, and the agent on top. */
final class WovenInTheBuildIT {
    @TempDir
    Path directory;

    @Test
    @Tag("I16")
    void the_agent_leaves_them_alone() {
        Path classes = Countdown.compileTo(directory.resolve("classes"));
        BuildTime.weave(classes);
        Path dump = directory.resolve("dump");
        Run run = new Jvm()
                .withAgent("verbose,dump=" + dump)
                .withClassPath(classes)
                .run(Countdown.MAIN);
        run.assertPrinted(Countdown.OUTPUT);
        assertFalse(Files.exists(dump), "nothing has been changed");
        List<String> lines = run.agentLines();
        assertEquals(4, lines.size(), run::err);
        assertEquals("nothing to weave in demo.Countdown", lines.get(1));
        assertTrue(lines.get(2).startsWith("nothing to weave in demo.Countdown$$from$0$"), run::err);
    }

    @Test
    void the_agent_weaves_what_the_build_has_not() {
        Path woven = Countdown.compileTo(directory.resolve("woven"));
        BuildTime.weave(woven);
        Path plain = new Sources()
                .withOptions("-classpath", woven + java.io.File.pathSeparator + Artifacts.runtime())
                .file("Main", """
                        package demo;

                        import dev.fermata.Generator;
                        import dev.fermata.Suspendable;

                        public class Main {
                            @Suspendable
                            static Generator<Integer, Void, Void> launch() {
                                Generator.yieldFrom(Countdown.from(2));
                                Generator.yield(0);
                                return null;
                            }

                            public static void main(String[] args) {
                                launch().forEachRemaining(System.out::println);
                            }
                        }
                        """)
                .compileTo(directory.resolve("plain"));
        new Jvm().withAgent("").withClassPath(plain, woven).run("demo.Main").assertPrinted("2", "1", "0");
    }
}
