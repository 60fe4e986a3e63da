package dev.fermata.tests.speed;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What C2 says of a {@code for} loop over a generator: body and fast path become part of the loop, once and for all. */
class InliningTest {
    private static final List<String> INLINED = List.of(
            "::hasNext (",
            "::next (",
            "Work::lambda$range$co0 (",
            "Frame::begin (",
            "Frame::take (",
            "Frame::suspendAt (",
            "Frame::end (",
            "Frame::isDeferred (",
            "GeneratorFrame::isUnboxed (",
            "::box (",
            "GeneratorFrame::keep (",
            "GeneratorFrame::takeAhead (");

    private static final String REFUSED = ".*(too big|too large|already compiled into|not inlineable|recursive).*";

    /** Seen: the first guess of the body and of hasNext, each given up once. */
    private static final int GIVEN_UP = 3;

    @Test
    void a_loop_over_a_generator_is_one_piece_of_code() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("java.vm.name").matches(".*(HotSpot|OpenJDK).*"), "C2 is HotSpot's");
        List<String> said = Fork.run(
                InlinedLoop.class,
                Work.FLAT_GENERATOR,
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+PrintCompilation",
                "-XX:+PrintInlining");
        int compiled = -1;
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i).matches("\\s*\\d+\\s+\\d+\\s+b?\\s+4\\s+\\S+Work\\$1::run \\(\\d+ bytes\\)\\s*")) {
                compiled = i;
            }
        }
        String all = String.join("\n", said);
        assertTrue(compiled >= 0, () -> "C2 has not compiled the loop:\n" + all);
        List<String> calls = said.subList(compiled, said.size()).stream()
                .filter(line -> line.contains("@ "))
                .toList();
        for (String wanted : INLINED) {
            List<String> lines =
                    calls.stream().filter(line -> line.contains(wanted)).toList();
            assertTrue(
                    lines.stream().anyMatch(line -> line.matches(".*(inline \\(hot\\)|accessor).*"))
                            && lines.stream().noneMatch(line -> line.matches(REFUSED)),
                    () -> wanted + " is not inlined:\n" + String.join("\n", calls));
        }
        List<String> givenUp = said.stream()
                .filter(line ->
                        line.matches("\\s*\\d+\\s.*\\s4\\s.*speed\\.Work.*made not entrant.*|.*COMPILE SKIPPED.*"))
                .toList();
        assertTrue(givenUp.size() <= GIVEN_UP, () -> "compiled again and again:\n" + String.join("\n", givenUp));
    }
}
