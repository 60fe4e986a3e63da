package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the messages that the pages quote, one to a line with dots for what differs, to those that users see. */
class DiagnosticMessagesTest {
    private static final Path PAGES = Path.of("../../docs/diagnostics");
    private static final Pattern QUOTES = Pattern.compile("## What\n.*?```text\n(.*?)```.*## Why", Pattern.DOTALL);

    /** The message of the one whose text is the agent's is held to it by the tests of the agent. */
    @ParameterizedTest
    @EnumSource(names = "FRAME_NOT_DEFINED", mode = EnumSource.Mode.EXCLUDE)
    void the_page_quotes_what_the_user_sees(DiagnosticCode code) throws IOException {
        List<String> quotes = quotes(code);
        for (String message : messages(code)) {
            assertTrue(
                    quotes.stream().anyMatch(quote -> matches(quote, message)), () -> message + "\nnot in " + quotes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_quote_is_so_vague_that_it_fits_any_message(DiagnosticCode code) throws IOException {
        for (String quote : quotes(code)) {
            assertFalse(matches(quote, "something else: do something else"), quote);
        }
    }

    static Stream<DiagnosticCode> warnings() {
        return Arrays.stream(DiagnosticCode.values()).filter(code -> !code.isError());
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void the_page_of_a_warning_tells_how_to_raise_and_to_silence_it(DiagnosticCode code) throws IOException {
        String page = page(code);
        assertTrue(page.contains("`" + code.id() + "=error`"), page);
        assertTrue(page.contains("`" + code.id() + "=off`"), page);
        assertTrue(page.contains("`@SuppressDiagnostics(\"" + code.id() + "\")`"), page);
        assertTrue(page.contains("](README.md#raising-and-silencing-warnings)"), page);
    }

    static Stream<DiagnosticCode> warningsWithExample() {
        return warnings().filter(code -> !OddClassFiles.MADE_BY_HAND.contains(code));
    }

    @ParameterizedTest
    @MethodSource("warningsWithExample")
    void the_example_obeys_the_settings_that_the_page_names(DiagnosticCode code) throws IOException {
        JavaSource source = new JavaSource(example(code));
        List<Diagnostic> raised = source.diagnostics(DiagnosticPolicy.parse(code.id() + "=error"));
        assertEquals(List.of(true), raised.stream().map(Diagnostic::isError).toList());
        assertEquals(List.of(), source.diagnostics(DiagnosticPolicy.parse(code.id() + "=off")));
    }

    @ParameterizedTest
    @MethodSource("warningsWithExample")
    void the_example_obeys_the_annotation_that_the_page_names(DiagnosticCode code) throws IOException {
        String annotated =
                example(code).replace("class Example", "@SuppressDiagnostics(\"" + code.id() + "\") class Example");
        assertEquals(List.of(), new JavaSource(annotated).diagnostics(DiagnosticPolicy.DEFAULT));
    }

    private static List<String> messages(DiagnosticCode code) throws IOException {
        if (OddClassFiles.UNPROVOKED.contains(code)) {
            return List.of(TransformerFault.describe(new IllegalStateException("a fault")));
        }
        List<Diagnostic> found = OddClassFiles.MADE_BY_HAND.contains(code)
                ? JavaSource.diagnostics(OddClassFiles.weave(code))
                : new JavaSource(example(code)).diagnostics(DiagnosticPolicy.DEFAULT);
        assertEquals(1, found.size(), found::toString);
        return found.stream().map(Diagnostic::message).toList();
    }

    private static String example(DiagnosticCode code) throws IOException {
        String page = page(code);
        int start = page.indexOf("```java\n") + "```java\n".length();
        return page.substring(start, page.indexOf("```", start));
    }

    private static boolean matches(String quote, String message) {
        String pattern =
                Arrays.stream(quote.split("\\.\\.\\.", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(message).matches();
    }

    private static List<String> quotes(DiagnosticCode code) throws IOException {
        Matcher matcher = QUOTES.matcher(page(code));
        assertTrue(matcher.find(), () -> code.id() + " quotes no message");
        return matcher.group(1).lines().toList();
    }

    private static String page(DiagnosticCode code) throws IOException {
        return Files.readString(PAGES.resolve(code.id() + ".md"));
    }
}
