package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticPolicyTest {
    private static final JavaSource BLOCKS = new JavaSource("""
            import dev.fermata.*;

            class Example {
                @Suspendable
                static Coroutine<Void> pause() throws Exception {
                    Thread.sleep(1); // FERMATA-021
                    return null;
                }
            }
            """);

    @Test
    void by_default_each_code_weighs_what_it_says() {
        for (DiagnosticCode code : DiagnosticCode.values()) {
            assertEquals(code.severity(), DiagnosticPolicy.DEFAULT.severityOf(code));
            assertEquals(code.severity(), DiagnosticPolicy.parse(null).severityOf(code));
            assertEquals(code.severity(), DiagnosticPolicy.parse(" ").severityOf(code));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FERMATA-020=error,FERMATA-021=off",
                "FERMATA-020=error:FERMATA-021=off",
                "\n FERMATA-021=off,\n FERMATA-020=error\n"
            })
    void single_warnings_are_raised_and_silenced(String text) {
        DiagnosticPolicy policy = DiagnosticPolicy.parse(text);
        assertEquals(Severity.ERROR, policy.severityOf(DiagnosticCode.DROPPED_COROUTINE));
        assertEquals(Severity.OFF, policy.severityOf(DiagnosticCode.BLOCKING_CALL));
        assertEquals(Severity.WARN, policy.severityOf(DiagnosticCode.LOCK_HELD));
    }

    @Test
    void all_stands_for_the_warnings_without_a_setting_of_their_own() {
        DiagnosticPolicy policy = DiagnosticPolicy.parse("FERMATA-021=warn,all=off");
        assertEquals(Severity.WARN, policy.severityOf(DiagnosticCode.BLOCKING_CALL));
        assertEquals(Severity.OFF, policy.severityOf(DiagnosticCode.LOCK_HELD));
        assertEquals(Severity.ERROR, policy.severityOf(DiagnosticCode.MONITOR_HELD));
    }

    @Test
    void warnings_as_errors_leave_alone_what_is_off() {
        DiagnosticPolicy policy = DiagnosticPolicy.parse("FERMATA-021=off").withWarningsAsErrors();
        assertEquals(Severity.OFF, policy.severityOf(DiagnosticCode.BLOCKING_CALL));
        assertEquals(Severity.ERROR, policy.severityOf(DiagnosticCode.LOCK_HELD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FERMATA-004=off",
                "FERMATA-4=off",
                "FERMATA-020",
                "FERMATA-020=OFF",
                "FERMATA-020=off,FERMATA-020=warn",
                "all=off,all=off"
            })
    void anything_else_is_not_understood(String text) {
        assertThrows(IllegalArgumentException.class, () -> DiagnosticPolicy.parse(text));
    }

    @Test
    void a_warning_raised_to_an_error_refuses_the_class() {
        WeaveResult result = new Weaver(DiagnosticPolicy.parse("FERMATA-021=error")).weave(BLOCKS.compileOne());
        Diagnostic error =
                assertInstanceOf(WeaveResult.Refused.class, result).errors().get(0);
        assertEquals(Severity.ERROR, error.severity());
    }

    @Test
    void a_silenced_warning_is_not_among_the_results() {
        assertEquals(List.of(), BLOCKS.diagnostics(DiagnosticPolicy.parse("FERMATA-021=off")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@SuppressDiagnostics(\"FERMATA-021\") class Example { %s }",
                "class Example { @SuppressDiagnostics({\"FERMATA-020\", \"FERMATA-021\"}) %s }"
            })
    void an_annotation_silences_a_class_or_a_method_with_its_lambdas(String around) {
        String method = "static java.util.function.Supplier<Coroutine<Void>> make() { return () -> {"
                + " Coroutine.await(Coroutine.of(1)); try { Thread.sleep(1); }"
                + " catch (InterruptedException e) {} return null; }; }";
        JavaSource source = new JavaSource("import dev.fermata.*; " + around.formatted(method));
        assertEquals(List.of(), source.diagnostics(DiagnosticPolicy.DEFAULT));
        assertEquals(List.of(), source.diagnostics(DiagnosticPolicy.DEFAULT.withWarningsAsErrors()));
    }

    @Test
    void an_annotation_does_not_silence_what_is_an_error_by_nature() {
        JavaSource source = new JavaSource("import dev.fermata.*;"
                + " @SuppressDiagnostics({\"FERMATA-009\", \"FERMATA-020\"}) class Example {"
                + " static void plain(java.util.List<Coroutine<Integer>> c) { make(); Coroutine.await(c.get(0)); }"
                + " static Coroutine<Integer> make() { return Coroutine.of(1); } }");
        List<Diagnostic> found = source.diagnostics(DiagnosticPolicy.parse("FERMATA-020=error"));
        assertEquals(
                List.of("FERMATA-009"),
                found.stream().map(diagnostic -> diagnostic.code().id()).toList());
    }
}
