package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One run tells everything that is wrong with a class. */
class AllAtOnceTest {
    @Test
    void errors_and_warnings_of_all_methods_are_told_together() {
        JavaSource source = new JavaSource("""
                import dev.fermata.*;
                class Example {
                    static void first() {
                        Generator.yield(1); // FERMATA-009
                        Coroutine.suspend(null); // FERMATA-009
                    }
                    @Suspendable
                    static int second() {
                        return 1; // FERMATA-004
                    }
                    @Suspendable
                    static Coroutine<Void> third() throws Exception {
                        Thread.sleep(1); // FERMATA-021
                        return null;
                    }
                }
                """);
        List<String> found = source.diagnostics(DiagnosticPolicy.DEFAULT).stream()
                .map(diagnostic -> diagnostic.code().id() + ":" + diagnostic.line())
                .toList();
        assertEquals(source.expected(), found);
    }

    @Test
    @Tag("F2")
    void every_method_that_is_too_large_is_told() {
        String large = "@Suspendable static Iterable<Integer> %s(int n) { " + "n++; ".repeat(20_000)
                + "Generator.yield(n); ".repeat(300) + "return null; }\n";
        JavaSource source = new JavaSource(
                "import dev.fermata.*; class Example {\n" + large.formatted("one") + large.formatted("two") + "}");
        List<String> found = source.diagnostics(DiagnosticPolicy.DEFAULT).stream()
                .map(diagnostic -> diagnostic.code().id() + ":" + diagnostic.line())
                .toList();
        assertEquals(List.of("FERMATA-014:2", "FERMATA-014:3"), found);
    }
}
