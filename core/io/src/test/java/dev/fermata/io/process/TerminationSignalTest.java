package dev.fermata.io.process;

import static dev.fermata.Coroutine.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another JVM that is sent real signals. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TerminationSignalTest {
    private static final String IN_ORDER = """
            cancelled: the program is asked to end
            finally, after a wait
            the other task's finally
            """;

    @Suspendable
    private static Coroutine<ProcessOutput> signalled(String what, String... signals) throws IOException {
        try (Subprocess program = await(start(what))) {
            assertEquals("ready\n", new String(await(program.stdout().readLine()), UTF_8));
            for (String signal : signals) {
                await(Subprocess.run("sh", "-c", "kill -" + signal + " " + program.pid()));
            }
            return Coroutine.of(await(program.communicate()));
        }
    }

    @Suspendable
    private static Coroutine<ProcessOutput> alone(String what) {
        try (Subprocess program = await(start(what))) {
            return Coroutine.of(await(program.communicate()));
        }
    }

    /** As a program on the class path, whatever this test is itself. */
    private static Coroutine<Subprocess> start(String what) {
        RealTools.need("sh");
        String directory = System.getProperty("basedir", ".") + File.separator + "target" + File.separator;
        String classPath = Stream.of(
                        directory + "classes",
                        directory + "test-classes",
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        return Subprocess.start(
                RealTools.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                TerminationProgram.class.getName(),
                what);
    }

    /** Signal 2 in a mask of signals. */
    private static final long INTERRUPT = 1 << 1;

    @Test
    void SIGTERM_lets_finally_blocks_await_what_they_need() throws IOException {
        ProcessOutput output = EventLoop.run(signalled("wait", "TERM"));
        assertEquals(IN_ORDER, output.text());
        assertEquals("", output.errorText());
        assertEquals(143, output.exitCode());
    }

    @Test
    void so_does_SIGINT() throws IOException {
        assumeFalse(isInterruptIgnored(), "whoever has started this JVM in the background lets it ignore SIGINT");
        ProcessOutput output = EventLoop.run(signalled("wait", "INT"));
        assertEquals(IN_ORDER, output.text());
        assertEquals(130, output.exitCode());
    }

    /** As shells have it for what they run in the background; programs that it starts inherit that. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).strip())
                    .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & INTERRUPT) != 0);
        }
    }

    @Test
    void a_second_signal_changes_nothing() throws IOException {
        ProcessOutput output = EventLoop.run(signalled("wait", "TERM", "TERM"));
        assertEquals(IN_ORDER, output.text());
        assertEquals(143, output.exitCode());
    }

    @Test
    void a_program_that_ends_by_itself_is_not_held_up() {
        ProcessOutput output = EventLoop.run(alone("end"));
        assertEquals("the other task's finally\nmain goes on with its result\n", output.text());
        assertEquals(0, output.exitCode());
    }

    @Test
    void exit_on_the_loop_s_own_thread_does_not_wait_for_it() {
        ProcessOutput output = EventLoop.run(alone("exit"));
        assertEquals("", output.text());
        assertEquals(3, output.exitCode());
    }

    @Test
    void not_even_in_answer_to_the_signal() throws IOException {
        ProcessOutput output = EventLoop.run(signalled("exit late", "TERM"));
        assertEquals("cancelled: the program is asked to end\n", output.text());
        assertEquals(143, output.exitCode());
    }

    @Test
    void exit_on_another_thread_is_a_request_to_end() {
        ProcessOutput output = EventLoop.run(alone("exit elsewhere"));
        assertEquals("ready\n" + IN_ORDER, output.text());
        assertEquals(5, output.exitCode());
    }

    @Test
    void a_task_that_refuses_has_its_grace() throws IOException {
        ProcessOutput output = EventLoop.run(signalled("refuse", "TERM"));
        assertEquals("cancelled: the program is asked to end\n", output.text());
        assertTrue(output.errorText().contains("did not end within PT0.1S"), output.errorText());
        assertEquals(143, output.exitCode());
    }

    @Test
    void a_failure_on_the_way_is_thrown() throws IOException {
        ProcessOutput output = EventLoop.run(signalled("fail", "TERM"));
        assertEquals(IN_ORDER, output.text());
        assertEquals(143, output.exitCode());
    }
}
