package dev.fermata.tests.conformance.loop;

import dev.fermata.context.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that were made up at random, of tasks that wait for, cancel and complete each other, against what CPython has
 * printed (3.11.7 and 3.13.0 alike) when it ran them in virtual time.
 */
class RandomProgramsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void prints_what_cpython_prints(String number, String program, String expected) {
        RandomProgram random = new RandomProgram(ProgramText.parse(program));
        Context.empty().run(random::run);
        random.assertPrinted(expected);
    }

    /** Each begins with {@code ##} and its number; then come the program in one line and the trace. */
    static Stream<Arguments> programs() throws IOException {
        try (InputStream file = RandomProgramsTest.class.getResourceAsStream("/random-programs.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("(?m)^## ")).skip(1).map(one -> {
                String[] parts = one.split("\n", 3);
                return Arguments.of(parts[0], parts[1], parts[2]);
            });
        }
    }
}
