package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the pages of the documentation to what the transformer says. */
@Tag("A15")
@Tag("C11")
@Tag("C12")
@Tag("C13")
@Tag("D6")
@Tag("D8")
@Tag("D15")
@Tag("F2")
class DiagnosticPagesTest {
    private static final Path PAGES = Path.of("../../docs/diagnostics");
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_code_has_a_page_and_every_page_a_code() throws IOException {
        Set<String> wanted = codes().map(code -> code.id() + ".md").collect(Collectors.toSet());
        wanted.add("README.md");
        try (Stream<Path> files = Files.list(PAGES)) {
            Set<String> there = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertEquals(wanted, there);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_page_tells_what_why_how_and_how_bad(DiagnosticCode code) {
        String page = page(code);
        assertTrue(page.startsWith("# " + code.id() + ": "), page);
        List<String> headings =
                page.lines().filter(line -> line.startsWith("## ")).toList();
        assertEquals(List.of("## What", "## Why", "## Example", "## Fix"), headings);
        assertEquals(
                severity(code).equals("error") ? "Error." : "Warning.",
                page.lines().toList().get(2));
    }

    @ParameterizedTest
    @EnumSource
    void the_index_names_it_with_its_severity_and_title(DiagnosticCode code) {
        String title = page(code).lines().findFirst().orElseThrow().substring(("# " + code.id() + ": ").length());
        String row = "| [" + code.id() + "](" + code.id() + ".md) | " + severity(code) + " | " + title + " |";
        assertTrue(read("README").contains(row), row);
    }

    static Stream<DiagnosticCode> withExample() {
        return codes().filter(
                        code -> !OddClassFiles.MADE_BY_HAND.contains(code) && !OddClassFiles.UNPROVOKED.contains(code));
    }

    @ParameterizedTest
    @MethodSource("withExample")
    void the_example_gives_this_and_nothing_else_at_the_marked_line(DiagnosticCode code) {
        JavaSource example = new JavaSource(blocks(code, 2).get(0));
        List<String> found = example.diagnostics(DiagnosticPolicy.DEFAULT).stream()
                .map(diagnostic -> diagnostic.code().id() + ":" + diagnostic.line())
                .toList();
        assertEquals(1, found.size(), found::toString);
        assertTrue(found.get(0).startsWith(code.id()), found::toString);
        assertEquals(example.expected(), found);
    }

    @ParameterizedTest
    @MethodSource("withExample")
    void the_fix_compiles_and_is_woven_without_complaint(DiagnosticCode code) {
        JavaSource fix = new JavaSource(blocks(code, 2).get(1));
        assertEquals(List.of(), fix.diagnostics(DiagnosticPolicy.DEFAULT));
    }

    static Stream<DiagnosticCode> withoutExample() {
        return OddClassFiles.MADE_BY_HAND.stream();
    }

    @ParameterizedTest
    @MethodSource("withoutExample")
    void what_is_only_described_gives_this_and_nothing_else(DiagnosticCode code) {
        blocks(code, 0);
        List<DiagnosticCode> found = JavaSource.diagnostics(OddClassFiles.weave(code)).stream()
                .map(Diagnostic::code)
                .toList();
        assertEquals(List.of(code), found);
    }

    private static Stream<DiagnosticCode> codes() {
        return Arrays.stream(DiagnosticCode.values());
    }

    private static String severity(DiagnosticCode code) {
        return code.isError() ? "error" : "warning";
    }

    private static List<String> blocks(DiagnosticCode code, int count) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = JAVA.matcher(page(code));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        assertEquals(count, blocks.size());
        return blocks;
    }

    private static String page(DiagnosticCode code) {
        return read(code.id());
    }

    private static String read(String name) {
        try {
            return Files.readString(PAGES.resolve(name + ".md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
