package dev.fermata.tests.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.debugger.DebugSession.Places;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("H3")
class BreakpointsIT {
    private static final Pattern COUNTS = Pattern.compile("// (\\d+)(?: // ecj: (\\d+))?$");
    private static final List<String> SOURCE =
            Installation.sourceOf("Lines").lines().toList();

    @TempDir
    static Path directory;

    @ParameterizedTest
    @EnumSource
    void each_line_stops_as_often_as_it_runs(Installation installation) {
        SortedMap<Integer, Integer> expected = expected(installation);
        assertEquals(describe(expected), describe(hits(installation, Places.ALL, expected)));
    }

    /** Where a line has several places, jdb stops at the first only; at lines of straight code it has to be the right one. */
    @ParameterizedTest
    @EnumSource
    void each_line_stops_where_jdb_sets_the_breakpoint(Installation installation) {
        SortedMap<Integer, Integer> expected = expected(installation);
        expected.keySet().removeIf(line -> SOURCE.get(line - 1).matches(".*\\b(for|while) \\(.*|.* -> \\{.*"));
        assertEquals(describe(expected), describe(hits(installation, Places.FIRST, expected)));
    }

    @Test
    void a_breakpoint_on_the_first_line_does_not_stop_when_the_coroutine_is_made() {
        int first = lineOf("await(failing());");
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, Places.ALL)) {
            Stop stop = session.breakAt(first).resume();
            assertTrue(Activation.isBody(stop.frame()), stop::toString);
        }
    }

    private static int lineOf(String code) {
        for (int at = 0; at < SOURCE.size(); at++) {
            if (SOURCE.get(at).contains(code)) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException(code);
    }

    private static DebugSession session(Installation installation, Places places) {
        return DebugSession.start(installation.prepare("Lines", directory), "demo.Lines", places);
    }

    private static SortedMap<Integer, Integer> hits(
            Installation installation, Places places, SortedMap<Integer, Integer> lines) {
        try (DebugSession session = session(installation, places)) {
            lines.keySet().forEach(session::breakAt);
            SortedMap<Integer, Integer> hits = new TreeMap<>(lines);
            hits.replaceAll((line, count) -> 0);
            for (Stop stop = session.resume(); stop != null; stop = session.resume()) {
                hits.merge(stop.line(), 1, Integer::sum);
            }
            return hits;
        }
    }

    private static SortedMap<Integer, Integer> expected(Installation installation) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (int at = 0; at < SOURCE.size(); at++) {
            Matcher matcher = COUNTS.matcher(SOURCE.get(at));
            if (matcher.find()) {
                boolean differs = installation.compiledByEclipse && matcher.group(2) != null;
                counts.put(at + 1, Integer.valueOf(matcher.group(differs ? 2 : 1)));
            }
        }
        return counts;
    }

    /** As the source, so that a failure shows the lines. */
    private static String describe(SortedMap<Integer, Integer> counts) {
        StringBuilder text = new StringBuilder();
        counts.forEach((line, count) -> text.append(line)
                .append(COUNTS.matcher(SOURCE.get(line - 1)).replaceAll(""))
                .append("// ")
                .append(count)
                .append('\n'));
        return text.toString();
    }
}
