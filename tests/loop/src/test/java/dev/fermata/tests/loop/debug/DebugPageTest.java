package dev.fermata.tests.loop.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the page about debug mode to what is really reported, but for the times. */
class DebugPageTest {
    private static final Path PAGE = Path.of("../../docs/tools/debug-mode.md");
    private static final Pattern REPORTS = Pattern.compile("```text\n((?:WARNING|SEVERE): .*?\n)```", Pattern.DOTALL);

    @Test
    void what_it_quotes_is_reported_so() throws IOException {
        List<String> quoted = REPORTS.matcher(Files.readString(PAGE))
                .results()
                .map(block -> withoutJdk(Reports.brief(block.group(1))))
                .toList();
        assertEquals(5, quoted.size());
        String reported = withoutJdk(OtherJvm.run(List.of("-Dfermata.debug=true"), Orders.class));
        for (String report : quoted) {
            assertTrue(reported.contains(report), () -> report + "\nis not among\n" + reported);
        }
    }

    /** The methods below {@code Thread.sleep} are others in each version. */
    private static String withoutJdk(String report) {
        return report.replaceAll("\n\tat java.base/[^\n]*", "");
    }
}
