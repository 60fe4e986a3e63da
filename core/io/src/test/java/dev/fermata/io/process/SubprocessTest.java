package dev.fermata.io.process;

import static dev.fermata.Coroutine.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.blocking.Descriptors;
import dev.fermata.io.blocking.Turns;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real programs. After each test no descriptor and no process is left. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SubprocessTest {
    private static final String STUBBORN = "trap '' TERM; echo ready; while :; do sleep 0.1; done";

    private Descriptors descriptors;

    @BeforeEach
    void count() {
        RealTools.need("sh", "cat", "sort", "sleep", "yes", "head");
        descriptors = Descriptors.count();
    }

    @AfterEach
    void nothing_is_left() {
        descriptors.assertNoneLeft();
        assertEquals(List.of(), ProcessHandle.current().children().toList());
        while (isAnyThreadBlocked()) {
            Thread.onSpinWait(); // it has what it waited for, and is about to leave; or the test's time limit comes
        }
    }

    private static boolean isAnyThreadBlocked() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(call -> call.getClassName().endsWith(".BlockingCall"));
    }

    private static ProcessOutput run(String... command) {
        return EventLoop.run(Subprocess.run(command));
    }

    private static String shell(String script) {
        return EventLoop.run(Subprocess.run("sh", "-c", script)).text();
    }

    @Test
    void output_errors_and_exit_code() {
        ProcessOutput output = run("sh", "-c", "echo out; echo err >&2; exit 7");
        assertEquals("out\n", output.text());
        assertEquals("err\n", output.errorText());
        assertEquals(7, output.exitCode());
        assertEquals("exit code 7, 4 bytes of output, 4 of errors", output.toString());
    }

    @Test
    void a_program_that_is_not_there_is_an_IOException_that_names_it() {
        String message = null;
        try {
            run("fermata-has-no-such-program");
        } catch (Exception e) {
            assertEquals(IOException.class, e.getClass());
            message = e.getMessage();
        }
        assertTrue(message.contains("\"fermata-has-no-such-program\""), message);
    }

    @Test
    void lines_go_to_and_fro() throws IOException {
        EventLoop.run(conversation());
    }

    @Suspendable
    private static Coroutine<Void> conversation() throws IOException {
        try (Subprocess cat = await(Subprocess.start("cat"))) {
            for (int i = 0; i < 100; i++) {
                cat.stdin().write("line " + i + "\n");
                assertEquals("line " + i + "\n", new String(await(cat.stdout().readLine()), UTF_8));
            }
            assertEquals(OptionalInt.empty(), cat.exitCode());
            cat.stdin().close();
            assertEquals(0, await(cat.stdout().readLine()).length);
            assertEquals(0, await(cat.waitFor()));
            assertEquals(OptionalInt.of(0), cat.exitCode());
            await(cat.stdin().closed());
        }
        return null;
    }

    @Test
    void much_goes_both_ways_at_once() {
        byte[] much = new byte[20_000_000];
        new Random(5).nextBytes(much);
        ProcessOutput output = EventLoop.run(communicate(much, "cat"));
        assertArrayEquals(much, output.stdout());
        assertEquals(0, output.exitCode());
    }

    @Test
    void output_and_errors_are_read_at_once() {
        ProcessOutput output = EventLoop.run(communicate(
                new byte[0],
                "sh",
                "-c",
                "yes out | head -c 1000000 & yes err | head -c 1000000 >&2 & wait; yes end | head -c 100000 >&2"));
        assertEquals(1_000_000, output.stdout().length);
        assertEquals(1_100_000, output.stderr().length);
    }

    @Suspendable
    private static Coroutine<ProcessOutput> communicate(byte[] input, String... command) {
        try (Subprocess subprocess = await(Subprocess.start(command))) {
            return Coroutine.of(await(subprocess.communicate(input)));
        }
    }

    @Test
    void a_sorted_text_comes_back() {
        StringBuilder lines = new StringBuilder();
        StringBuilder sorted = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            lines.append(199_999 - i).append('\n');
            sorted.append(100_000 + i).append('\n');
        }
        ProcessOutput output = EventLoop.run(communicate(lines.toString().getBytes(UTF_8), "sort"));
        assertEquals(sorted.toString(), output.text());
    }

    @Test
    void input_that_is_not_wanted_is_no_failure_of_communicate() {
        ProcessOutput output = EventLoop.run(communicate(new byte[10_000_000], "head", "-c", "5"));
        assertEquals(5, output.stdout().length);
        assertEquals(0, output.exitCode());
    }

    @Test
    void but_whoever_writes_it_is_told() {
        EventLoop.run(brokenPipe());
    }

    @Suspendable
    private static Coroutine<Void> brokenPipe() {
        IOException told = null;
        try (Subprocess head = await(Subprocess.start("head", "-c", "5"))) {
            while (true) {
                head.stdin().write(new byte[10_000]);
                await(head.stdin().drain());
            }
        } catch (IOException e) {
            told = e;
        }
        // Once the program has ended, the JDK has closed the pipe itself.
        assertTrue(List.of("Broken pipe", "Stream closed").contains(told.getMessage()), told.getMessage());
        return null;
    }

    @Test
    void a_program_that_never_stops_writing_is_closed() {
        EventLoop.run(endless());
    }

    @Suspendable
    private static Coroutine<Void> endless() {
        try (Subprocess yes = await(Subprocess.start("yes"))) {
            byte[] some = await(readExactly(yes, 1_000_000));
            assertEquals("y\ny\n", new String(some, 0, 4, UTF_8));
        }
        return null;
    }

    @Suspendable
    private static Coroutine<byte[]> readExactly(Subprocess subprocess, int count) {
        try {
            return Coroutine.of(await(subprocess.stdout().readExactly(count)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_pipeline_of_programs() throws IOException {
        assertEquals("y\n".repeat(1000), shell("yes | head -n 1000"));
    }

    @Test
    void one_that_ignores_the_request_to_end_is_killed_after_the_grace() throws IOException {
        EventLoop.run(stubborn());
    }

    @Suspendable
    private static Coroutine<Void> stubborn() throws IOException {
        Subprocess stubborn = await(Subprocess.start("sh", "-c", STUBBORN));
        assertEquals("ready\n", new String(await(stubborn.stdout().readLine()), UTF_8));
        stubborn.terminate();
        stubborn.setGrace(Duration.ofMillis(200));
        long begin = System.nanoTime();
        await(stubborn.closeAsync());
        assertTrue(System.nanoTime() - begin >= 200_000_000, "killed too early");
        assertEquals(137, await(stubborn.waitFor()));
        await(stubborn.closeAsync());
        return null;
    }

    @Test
    void a_closing_that_is_cancelled_kills_at_once() throws IOException {
        EventLoop.run(impatient());
    }

    @Suspendable
    private static Coroutine<Void> impatient() throws IOException {
        Subprocess stubborn = await(Subprocess.start("sh", "-c", STUBBORN));
        stubborn.setGrace(Duration.ofHours(1));
        await(stubborn.stdout().readLine());
        Task<Void> closing = EventLoop.current().spawn(stubborn.closeAsync());
        await(Turns.some());
        closing.cancel();
        assertEquals(137, await(stubborn.waitFor()));
        assertTrue(closing.isCancelled());
        return null;
    }

    @Test
    void who_reads_a_killed_program_reads_the_end() throws IOException {
        EventLoop.run(killed());
    }

    @Suspendable
    private static Coroutine<Void> killed() throws IOException {
        try (Subprocess cat = await(Subprocess.start("cat"))) {
            Task<byte[]> output = EventLoop.current().spawn(cat.stdout().readAll());
            Task<byte[]> errors = EventLoop.current().spawn(cat.stderr().readLine());
            Task<Integer> first = EventLoop.current().spawn(cat.waitFor());
            Task<Integer> second = EventLoop.current().spawn(cat.waitFor());
            await(Turns.some());
            Process kill = await(EventLoop.current()
                    .offload(() -> new ProcessBuilder("sh", "-c", "kill -KILL " + cat.pid()).start()));
            await(kill.onExit());
            assertEquals(0, await(output).length);
            assertEquals(0, await(errors).length);
            assertEquals(137, await(first));
            assertEquals(137, await(second));
            cat.kill();
            cat.terminate();
        }
        return null;
    }

    @Test
    void what_it_has_written_can_be_read_after_it_was_terminated() throws IOException {
        EventLoop.run(readAfterwards());
    }

    @Suspendable
    private static Coroutine<Void> readAfterwards() throws IOException {
        try (Subprocess shell = await(Subprocess.start("sh", "-c", "echo last words; echo >&2; exec sleep 1000"))) {
            await(shell.stderr().readLine());
            shell.terminate();
            assertEquals(143, await(shell.waitFor()));
            assertEquals("last words\n", new String(await(shell.stdout().readAll()), UTF_8));
        }
        return null;
    }

    @Test
    void waiting_and_reading_can_be_cancelled_and_done_again() throws IOException {
        EventLoop.run(again());
    }

    @Suspendable
    private static Coroutine<Void> again() throws IOException {
        try (Subprocess cat = await(Subprocess.start("cat"))) {
            for (int i = 0; i < 3; i++) {
                Task<Integer> exit = EventLoop.current().spawn(cat.waitFor());
                Task<byte[]> line = EventLoop.current().spawn(cat.stdout().readLine());
                await(Turns.some());
                exit.cancel();
                line.cancel();
                await(Turns.some());
                assertTrue(exit.isCancelled() && line.isCancelled());
            }
            ProcessOutput output = await(cat.communicate("all of it"));
            assertEquals("all of it", output.text());
        }
        return null;
    }

    @Test
    void a_cancellation_at_any_moment_leaves_nothing() {
        for (int turns = 0; turns < 25; turns++) {
            EventLoop.run(cancelledAfter(turns));
        }
    }

    @Suspendable
    private static Coroutine<Void> cancelledAfter(int turns) {
        byte[] input = new byte[300_000];
        Task<ProcessOutput> all = EventLoop.current().spawn(communicate(input, "sh", "-c", "cat; exec cat >&2"));
        for (int i = 0; i < turns; i++) {
            await(EventLoop.sleep(i < 10 ? Duration.ZERO : Duration.ofMillis(1)));
        }
        all.cancel();
        while (!all.isDone()) {
            await(EventLoop.sleep(Duration.ofMillis(1)));
        }
        if (!all.isCancelled()) {
            assertEquals(300_000, all.result().stdout().length);
        }
        return null;
    }

    @Test
    void the_end_of_the_loop_ends_the_program() {
        EventLoop loop = new EventLoop();
        List<Subprocess> left = new ArrayList<>();
        loop.runUntilComplete(leave(left, "sleep", "1000"));
        loop.shutDown();
        assertFalse(
                ProcessHandle.of(left.get(0).pid()).map(ProcessHandle::isAlive).orElse(false));
        assertEquals(OptionalInt.of(143), left.get(0).exitCode());
    }

    @Test
    void and_so_does_a_loop_that_is_closed_where_it_stands() throws Exception {
        EventLoop loop = new EventLoop();
        List<Subprocess> left = new ArrayList<>();
        loop.runUntilComplete(leave(left, "sh", "-c", STUBBORN));
        ProcessHandle handle = ProcessHandle.of(left.get(0).pid()).orElseThrow();
        loop.close();
        handle.onExit().get();
        while (left.get(0).exitCode().isEmpty()) {
            Thread.onSpinWait();
        }
        assertEquals(OptionalInt.of(137), left.get(0).exitCode());
    }

    @Suspendable
    private static Coroutine<Void> leave(List<Subprocess> left, String... command) {
        left.add(await(Subprocess.start(command)));
        return null;
    }

    @Test
    void a_child_of_the_program_that_holds_the_pipes_holds_up_neither_its_end_nor_its_closing() throws IOException {
        EventLoop.run(grandchild());
    }

    @Suspendable
    private static Coroutine<Void> grandchild() throws IOException {
        long pid = 0;
        try (Subprocess shell = await(Subprocess.start("sh", "-c", "sleep 1000 & echo $!"))) {
            pid = Long.parseLong(new String(await(shell.stdout().readLine()), UTF_8).trim());
            Task<byte[]> rest = EventLoop.current().spawn(shell.stdout().readAll());
            assertEquals(0, await(shell.waitFor()));
            await(shell.closeAsync());
            assertEquals(0, await(rest).length);
        } finally {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        return null;
    }

    @Test
    void redirected_streams_are_at_their_end(@TempDir Path directory) throws IOException {
        EventLoop.run(redirected(directory));
    }

    @Suspendable
    private static Coroutine<Void> redirected(Path directory) throws IOException {
        Path input = Files.writeString(directory.resolve("input"), "b\na\n");
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder("sort")
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectErrorStream(true);
        try (Subprocess sort = await(Subprocess.start(builder))) {
            ProcessOutput nothing = await(sort.communicate("nobody reads this"));
            assertEquals(0, nothing.exitCode());
            assertEquals(0, nothing.stdout().length + nothing.stderr().length);
        }
        assertEquals("a\nb\n", Files.readString(output));
        return null;
    }

    @Test
    void many_at_once() {
        EventLoop.run(many());
    }

    @Suspendable
    private static Coroutine<Void> many() {
        List<Task<ProcessOutput>> running = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            running.add(EventLoop.current().spawn(Subprocess.run("sh", "-c", "echo " + i + "; exit " + i)));
        }
        for (int i = 0; i < 30; i++) {
            ProcessOutput output = await(running.get(i));
            assertEquals(i, output.exitCode());
            assertEquals(i + "\n", output.text());
        }
        return null;
    }
}
