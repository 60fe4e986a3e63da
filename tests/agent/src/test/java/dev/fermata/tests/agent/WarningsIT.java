package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent says of code that can be woven and will hardly do what is meant. */
final class WarningsIT {
    private static final String CARELESS = """
            import dev.fermata.Coroutine;
            import dev.fermata.StopIteration;
            import dev.fermata.Suspendable;

            public class Careless {
                @Suspendable
                static Coroutine<String> read() throws Exception {
                    Thread.sleep(1);
                    return Coroutine.of("read");
                }

                public static void main(String[] args) throws Exception {
                    read();
                    try {
                        read().send(null);
                    } catch (StopIteration end) {
                        System.out.println(end.value());
                    }
                }
            }
            """;

    @TempDir
    Path directory;

    private Path classes;

    @BeforeEach
    void compile() {
        classes = new Sources().file("Careless", CARELESS).compileTo(directory);
    }

    @Test
    void a_warning_is_said_once_and_the_class_is_woven() {
        Run run = run("");
        run.assertPrinted("read");
        assertEquals(
                List.of(
                        "FERMATA-020 Careless.main(String[]) (Careless.java:13)",
                        "FERMATA-021 Careless.read() (Careless.java:8)"),
                run.agentLines().stream()
                        .map(line -> line.substring(0, line.indexOf(": ")))
                        .sorted()
                        .toList());
    }

    @Test
    void warnings_that_are_off_are_not_said() {
        Run run = run("warnings=FERMATA-020=off:FERMATA-021=off");
        run.assertPrinted("read");
        run.assertQuiet();
    }

    @Test
    void a_warning_raised_to_an_error_leaves_the_method_throwing_it() {
        Run run = run("warnings=FERMATA-021=error");
        assertEquals(1, run.exit());
        assertTrue(run.err().contains("NotWovenError: this class could not be woven"), run::err);
        assertTrue(run.err().contains("FERMATA-021 Careless.read() (Careless.java:8): Thread.sleep blocks"), run::err);
    }

    private Run run(String options) {
        return new Jvm().withAgent(options).withClassPath(classes).run("Careless");
    }
}
