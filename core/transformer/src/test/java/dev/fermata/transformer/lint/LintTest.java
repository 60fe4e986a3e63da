package dev.fermata.transformer.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticPolicy;
import dev.fermata.transformer.JavaSource;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes whose comments say which lines are reported; every other line must not be. */
class LintTest {
    @ParameterizedTest
    @ValueSource(strings = {"Dropped", "Blocking", "Caught", "Held"})
    @Tag("C9")
    @Tag("C13")
    void reports_the_marked_lines_and_no_others(String name) throws Exception {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("/lint/" + name + ".java"))) {
            JavaSource source = new JavaSource(new String(in.readAllBytes(), "UTF-8"));
            List<String> found = source.diagnostics(DiagnosticPolicy.DEFAULT).stream()
                    .sorted(java.util.Comparator.comparingInt(Diagnostic::line))
                    .map(diagnostic -> diagnostic.code().id() + ":" + diagnostic.line())
                    .toList();
            assertTrue(source.expected().size() > 1);
            assertEquals(source.expected(), found);
        }
    }

    @Test
    void every_row_of_the_table_names_methods_that_exist() throws ClassNotFoundException {
        for (BlockingCall row : BlockingCall.all()) {
            Class<?> owner = Class.forName(
                    row.owner().replace('/', '.'), false, getClass().getClassLoader());
            assertTrue(
                    Stream.concat(Arrays.stream(owner.getMethods()), Arrays.stream(owner.getDeclaredMethods()))
                            .map(Method::getName)
                            .anyMatch(row.method()::equals),
                    row::toString);
        }
    }
}
