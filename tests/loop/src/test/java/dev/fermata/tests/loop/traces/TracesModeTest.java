package dev.fermata.tests.loop.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The system property {@code fermata.traces}, in JVMs of their own. */
class TracesModeTest {
    /** Prints a trace, one element in a line. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            try {
                EventLoop.run(Shop.outer(Shop.ship(7)));
            } catch (Shop.NoSuchUser e) {
                for (StackTraceElement element : e.getStackTrace()) {
                    System.out.println(element.getClassName() + "." + element.getMethodName());
                }
            }
        }
    }

    private static List<String> traceWith(String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed.lines().toList();
    }

    private static final String SHOP = Shop.class.getName() + ".";

    @Test
    void by_default_callers_are_shown_and_the_machinery_is_not() throws Exception {
        assertEquals(
                List.of(
                        SHOP + "lookUp",
                        SHOP + "find",
                        "fermata.suspended",
                        SHOP + "load",
                        SHOP + "ship",
                        SHOP + "outer",
                        Program.class.getName() + ".main"),
                traceWith("-Dunused"));
    }

    @Test
    void all_shows_both() throws Exception {
        List<String> trace = traceWith("-Dfermata.traces=all");
        assertEquals(List.of(SHOP + "lookUp", SHOP + "lambda$find$co0"), trace.subList(0, 2));
        int boundary = trace.indexOf("fermata.suspended");
        assertTrue(trace.indexOf("dev.fermata.loop.EventLoop.runForever") < boundary, trace::toString);
        assertEquals(
                List.of(SHOP + "load", SHOP + "ship", SHOP + "outer", Program.class.getName() + ".main"),
                trace.subList(boundary + 1, trace.size()));
    }

    @Test
    void off_leaves_the_trace_to_the_jvm() throws Exception {
        List<String> trace = traceWith("-Dfermata.traces=off");
        assertEquals(List.of(SHOP + "lookUp", SHOP + "lambda$find$co0"), trace.subList(0, 2));
        assertFalse(trace.contains("fermata.suspended"), trace::toString);
        assertFalse(trace.contains(SHOP + "load"), trace::toString);
    }
}
