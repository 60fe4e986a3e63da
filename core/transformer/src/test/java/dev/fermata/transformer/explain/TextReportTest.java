package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The report for terminals. */
class TextReportTest {
    @Test
    void is_the_golden_one() throws IOException {
        String report = TextReport.of(Explained.orders());
        Path actual = Path.of("target", "explain", "Orders.txt");
        Files.createDirectories(actual.getParent());
        Files.writeString(actual, report);
        assertEquals(
                Explained.source("Orders.txt"),
                report,
                () -> "if the new one is right, copy " + actual + " over the golden file");
    }

    @Test
    void leaves_no_blanks_at_the_ends_of_lines() throws IOException {
        TextReport.of(Explained.orders()).lines().forEach(line -> assertEquals(line.stripTrailing(), line));
    }

    @Test
    void shows_why_a_class_is_refused() throws IOException {
        ClassView view = Explained.of("Bad", """
                import dev.fermata.*;
                class Bad {
                    @Suspendable static Coroutine<Void> m(Object lock) {
                        synchronized (lock) { Coroutine.suspend("x"); }
                        return null;
                    }
                }
                """);
        String report = TextReport.of(view);
        assertTrue(view.isRefused());
        assertTrue(report.startsWith("error: FERMATA-"), report);
        assertTrue(report.contains(":4)"), report);
        assertTrue(report.endsWith("Bad: It cannot be woven, for the reasons above.\n"), report);
    }

    @Test
    void lets_no_name_steer_the_terminal_or_break_a_line() throws IOException {
        String benign = TextReport.of(Hostile.explained("x", "x"));
        String attack = "\u001bc\u0007\r\n\u009b2J\u007f\u202e";
        String report = TextReport.of(Hostile.explained(attack, attack));
        report.chars().filter(c -> c != '\n').forEach(c -> assertFalse(Character.isISOControl(c), report));
        assertFalse(report.contains("\u202e"), report);
        assertTrue(report.contains("\\u000d\\u000a\\u009b2J\\u007f\\u202e"), report);
        // In the code, a name's further lines are indented as operands are.
        assertEquals(linesBefore("CODE", benign), linesBefore("CODE", report), report);
    }

    @Test
    void does_without_debug_information() throws IOException {
        byte[] stripped = Stripped.of(
                "class Plain { @dev.fermata.Suspendable static Iterable<Object> m(int n) {"
                        + " for (int i = 0; i < n; i++) dev.fermata.Generator.yield(\"x\" + i); return null; } }",
                "Plain");
        String report = TextReport.of(new Explainer(SourceRoots.NONE, java.util.List.of()).explain(stripped));
        assertTrue(report.contains("keeps  (unnamed)  int  in int0  read later"), report);
        assertTrue(report.contains("(of no line in the source)"), report);
        assertFalse(report.contains("line 0"), report);
    }

    private static long linesBefore(String section, String report) {
        return report.lines().takeWhile(line -> !line.startsWith(section)).count();
    }
}
