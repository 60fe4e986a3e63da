package dev.fermata.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.loop.EventLoop;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each example prints what it says it prints. */
class ExamplesTest {
    private static final String[] NONE = {};

    @Test
    void lazy_range_counts_afresh_in_each_loop() throws Exception {
        assertPrints("0 1 2 again_0 again_1 again_2", () -> LazyRange.main(NONE));
    }

    @Test
    void jumping_range_jumps() throws Exception {
        assertPrints("0 2 3 2 3 4", () -> JumpingRange.main(NONE));
    }

    @Test
    void values_travel_up_and_down_through_delegation() throws Exception {
        assertPrints("42 84", () -> BottomMiddleTop.main(NONE));
    }

    @Test
    @Tag("G8")
    void a_tree_deeper_than_the_stack_is_walked() throws Exception {
        assertPrints("1 2 4 5 8 9 deepest_of_a_million:_1", () -> TreeWalk.main(NONE));
    }

    @Test
    void hello_waits_and_greets() {
        try (EventLoop loop = new EventLoop(new JumpingClock())) {
            assertEquals("hello world", loop.runUntilComplete(Hello.greeting("world")));
        }
    }

    @Test
    void rockets_count_down_at_once() throws Exception {
        assertPrints(
                "A_T-minus_5 C_T-minus_4 A_T-minus_4 B_T-minus_3 C_T-minus_3 A_T-minus_3 B_T-minus_2 C_T-minus_2"
                        + " A_T-minus_2 B_T-minus_1 C_T-minus_1 A_T-minus_1 B_lift-off! C_lift-off! A_lift-off!"
                        + " 5.0_s_for_all_three",
                () -> {
                    try (EventLoop loop = new EventLoop(new JumpingClock())) {
                        loop.runUntilComplete(RocketCountdowns.launch());
                    }
                });
    }

    @Test
    void a_loop_of_ones_own_needs_only_the_public_types() throws Exception {
        assertPrints(
                "A_waiting_0_s_before_starting_countdown B_waiting_2_s_before_starting_countdown"
                        + " C_waiting_1_s_before_starting_countdown A_starting_after_waiting_0_s A_T-minus_5"
                        + " C_starting_after_waiting_1_s C_T-minus_4 A_T-minus_4 B_starting_after_waiting_2_s"
                        + " B_T-minus_3 C_T-minus_3 A_T-minus_3 B_T-minus_2 C_T-minus_2 A_T-minus_2 B_T-minus_1"
                        + " C_T-minus_1 A_T-minus_1 B_lift-off! C_lift-off! A_lift-off! Total_elapsed_time_is_5_s",
                () -> SleepingLoop.countDownThree(new SleepingLoop.Clock() {
                    private Instant now = Instant.EPOCH;

                    @Override
                    public Instant now() {
                        return now;
                    }

                    @Override
                    public void sleepUntil(Instant time) {
                        now = time;
                    }
                }));
    }

    @Test
    void identifiers_are_counted_in_all_files(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory.resolve("a/b"));
        Files.writeString(directory.resolve("a/b/One.java"), "class One { int x = 1, y = x; }\nint x;");
        Files.write(directory.resolve("Two.java"), new byte[] {'x', ' ', (byte) 0xFF, ' ', 'y'});
        Files.writeString(directory.resolve("a/none.txt"), "x x x");
        assertPrints("4_x 2_y 1_One", () -> FrequentIdentifiers.main(new String[] {directory.toString()}));
    }

    @Test
    void words_in_comments_and_literals_are_not_identifiers(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("Three.java"), """
                /* one */ a /* two
                three */ b // four
                "five \\" six" c 'u' d 0x1F 1e3
                \"""
                seven
                \""" e
                """);
        assertPrints("1_a 1_b 1_c 1_d 1_e", () -> FrequentIdentifiers.main(new String[] {directory.toString()}));
    }

    interface Program {
        void run() throws Exception;
    }

    /** Lines are separated by spaces in {@code expected}, and the spaces within them are underscores. */
    private static void assertPrints(String expected, Program program) throws Exception {
        assertEquals(expected.replace(' ', '\n').replace('_', ' '), output(program));
    }

    static String output(Program program) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream capture = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(capture);
            program.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
