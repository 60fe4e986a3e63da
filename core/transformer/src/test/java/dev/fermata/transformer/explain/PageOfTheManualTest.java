package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/tools/explain.md} shows what is printed; "..." stands for lines that are left out. */
class PageOfTheManualTest {
    private static final Path PAGE = Path.of("../../docs/tools/explain.md");

    private static String block(String page, String mark) {
        Matcher matcher = Pattern.compile("<!-- " + mark + " -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL)
                .matcher(page);
        assertTrue(matcher.find(), mark);
        return matcher.group(1);
    }

    @Test
    void shows_what_is_printed() throws IOException {
        String page = Files.readString(PAGE);
        ClassView view = Explained.of("com/acme/Orders", block(page, "source"));
        String report = TextReport.of(view.only("total"));
        Files.createDirectories(Path.of("target", "explain"));
        Files.writeString(Path.of("target", "explain", "manual.txt"), report);
        int at = 0;
        for (String part : block(page, "prints").split("(?m)^\\.\\.\\.\n")) {
            int found = report.indexOf(part, at);
            assertTrue(found >= 0, () -> "not printed, see target/explain/manual.txt:\n" + part);
            assertTrue(at > 0 || found == 0, "the beginning is shown");
            at = found + part.length();
        }
        assertEquals(report.length(), at, "the end is shown");
    }
}
