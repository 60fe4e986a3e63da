package dev.fermata.tests.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.IMethodCoverage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Each way in which JaCoCo and weaving meet, compared with the report of code that never suspends. */
@Tag("I8")
final class CoverageIT {
    private static final String WOVEN = "WOVEN_IN_THE_BUILD_.*";

    @TempDir
    static Path directory;

    private static final Map<Combination, Coverage> REPORTS = new EnumMap<>(Combination.class);

    private static Coverage twin;

    @BeforeAll
    static void cover_the_twin() {
        Path classes = Programs.compileTwinTo(directory.resolve("twin"));
        Path exec = directory.resolve("twin.exec");
        new Jvm()
                .with(Jacoco.agentSwitch(exec))
                .withBareClassPath(classes)
                .run(Programs.MAIN)
                .assertPrinted("done");
        twin = Coverage.of(exec, classes);
    }

    private static Coverage report(Combination combination) {
        return REPORTS.computeIfAbsent(combination, missing -> missing.report(directory));
    }

    /** Or the comparisons below would be of little worth. */
    @Test
    void the_programs_are_covered_in_part() {
        for (String program : Programs.NAMES) {
            List<String> colours = new ArrayList<>();
            twin.linesOf(program + ".java").values().forEach(line -> colours.add(Show.status(line)));
            assertTrue(colours.contains("fully"), program);
            assertTrue(colours.contains("none"), program);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = WOVEN)
    @Tag("I6")
    @Tag("J7")
    void what_jacoco_has_seen_before_weaving_is_reported_as_if_it_were_not_woven(Combination combination) {
        Coverage report = report(combination);
        assertEquals(List.of(), report.mismatches());
        assertEquals(List.of(), new Differences(twin, report).all());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = WOVEN)
    @Tag("H5")
    void what_jacoco_has_seen_woven_differs_in_these_lines_only(Combination combination) {
        Coverage report = report(combination);
        assertEquals(List.of(), report.mismatches());
        assertEquals(Golden.lines("differences"), new Differences(twin, report).seen());
        assertEquals(Golden.lines("counters"), new Differences(twin, report).counted());
    }

    /** Two methods stand for each suspendable one, of which one is counted. */
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = WOVEN)
    @Tag("H5")
    void no_method_is_counted_twice(Combination combination) {
        Coverage report = report(combination);
        for (String program : Programs.NAMES) {
            assertEquals(methods(twin, program), methods(report, program));
        }
    }

    /** Where in the source methods begin, by the name in the source. */
    private static TreeSet<String> methods(Coverage coverage, String program) {
        TreeSet<String> methods = new TreeSet<>();
        for (IClassCoverage type : coverage.classesIn(program + ".java").values()) {
            for (IMethodCoverage method : type.getMethods()) {
                String name = method.getName().replaceFirst("\\$co\\d+$", "");
                boolean woven = !name.equals(method.getName());
                name = woven && !name.matches("lambda\\$\\w+\\$\\d+") ? name.substring("lambda$".length()) : name;
                assertTrue(methods.add(type.getName() + "." + name + ":" + method.getFirstLine()), name);
            }
        }
        return methods;
    }

    @Test
    void the_page_on_coverage_shows_both_kinds_of_report() throws IOException {
        String page = Files.readString(Path.of("..", "..", "docs", "tools", "coverage.md"));
        String before = TextReport.of(report(Combination.JACOCO_AGENT_THEN_OURS), "Sample");
        String woven = TextReport.of(report(Combination.WOVEN_IN_THE_BUILD_THEN_JACOCO_AGENT), "Sample");
        assertTrue(page.contains("```text\n" + before + "```"), before);
        assertTrue(page.contains("```text\n" + woven + "```"), woven);
    }

    /** JaCoCo knows a class by a checksum of its bytes. */
    @Test
    void the_class_files_of_the_compiler_do_not_fit_what_has_been_seen_woven() {
        Path exec = Combination.WOVEN_IN_THE_BUILD_THEN_JACOCO_AGENT.run(directory.resolve("mismatch"));
        Coverage report = Coverage.of(exec, Programs.compileTo(directory.resolve("as-compiled")));
        assertFalse(report.mismatches().contains("demo/Main"));
        assertTrue(
                report.mismatches().containsAll(List.of("demo/Straight", "demo/Hosts$Point")),
                () -> report.mismatches().toString());
    }
}
