package dev.fermata.examples.pipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.examples.real.RealTools;
import dev.fermata.loop.EventLoop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PipeWithProgressTest {
    @TempDir
    private Path directory;

    private final List<String> lines = new ArrayList<>();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    private int pipe(Path file, String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, RealTools.require(program, "coreutils").toString());
        return EventLoop.run(PipeWithProgress.pipe(file, command, lines::add, new PrintStream(terminal, true, UTF_8)));
    }

    @Test
    void a_file_is_sorted_and_the_bar_is_full_at_last() throws IOException {
        List<String> numbers = new ArrayList<>(
                IntStream.range(100_000, 150_000).mapToObj(Integer::toString).toList());
        List<String> sorted = List.copyOf(numbers);
        Collections.shuffle(numbers, new Random(1));
        Path file = Files.write(directory.resolve("numbers"), numbers);
        assertEquals(0, pipe(file, "sort"));
        assertEquals(sorted, lines);
        String[] shown = terminal.toString(UTF_8).split("\r");
        assertEquals(102, shown.length); // nothing, and 0 to 100
        assertEquals("[####################....................] 50 %", shown[51]);
        assertEquals("[########################################] 100 %", shown[101].strip());
    }

    @Test
    void a_program_that_answers_line_by_line_is_read_meanwhile() throws IOException {
        String line = "x".repeat(1000);
        Path file = Files.write(directory.resolve("long"), Collections.nCopies(20_000, line));
        assertEquals(0, pipe(file, "cat"));
        assertEquals(Collections.nCopies(20_000, line), lines);
    }

    @Test
    void a_program_may_have_enough_before_the_end() throws IOException {
        Path file = Files.write(directory.resolve("much"), Collections.nCopies(500_000, "the same again"));
        assertEquals(0, pipe(file, "head", "-n", "3"));
        assertEquals(Collections.nCopies(3, "the same again"), lines);
    }

    @Test
    void an_empty_file_and_an_exit_code() throws IOException {
        Path file = Files.createFile(directory.resolve("empty"));
        assertEquals(1, pipe(file, "false"));
        assertTrue(terminal.toString(UTF_8).contains("100 %"));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        Path file = directory.resolve("nowhere");
        assertThrows(NoSuchFileException.class, () -> pipe(file, "cat"));
    }
}
