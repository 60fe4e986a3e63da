package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.WarningPolicy.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users write is understood, or refused with the part that is wrong. */
class WarningPolicyTest {
    @Test
    void without_a_word_warnings_warn_and_errors_fail() {
        for (DiagnosticCode code : DiagnosticCode.values()) {
            assertEquals(code.isError() ? Level.ERROR : Level.WARN, WarningPolicy.DEFAULT.of(code));
            assertEquals(
                    WarningPolicy.DEFAULT.of(code), WarningPolicy.parse(null).of(code));
        }
    }

    @Test
    void pairs_may_be_separated_as_is_handy() {
        WarningPolicy policy = WarningPolicy.parse(" FERMATA-020=error, FERMATA-021=off:fermata-015=warn\n");
        assertEquals(Level.ERROR, policy.of(DiagnosticCode.COROUTINE_DROPPED));
        assertEquals(Level.OFF, policy.of(DiagnosticCode.BLOCKING_CALL));
        assertEquals(Level.WARN, policy.of(DiagnosticCode.METHOD_NOT_COMPILED));
    }

    @Test
    void a_strict_policy_raises_all_that_is_not_off() {
        WarningPolicy policy = WarningPolicy.parse("FERMATA-021=off").strict();
        assertEquals(Level.OFF, policy.of(DiagnosticCode.BLOCKING_CALL));
        assertEquals(Level.ERROR, policy.of(DiagnosticCode.LOCK_HELD));
    }

    @ParameterizedTest
    @CsvSource({
        "FERMATA-020, expected a code and a level",
        "FERMATA-099=off, there is no code FERMATA-099",
        "FERMATA-004=off, FERMATA-004 is an error and stays one",
        "FERMATA-020=loud, the levels are",
    })
    void what_cannot_be_understood_is_refused(String text, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> WarningPolicy.parse(text))
                .getMessage();
        assertTrue(message.contains("'" + text + "'") && message.contains(reason), message);
    }
}
