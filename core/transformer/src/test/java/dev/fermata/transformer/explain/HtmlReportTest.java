package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page as text; {@link PageInBrowserTest} looks at it in a browser. */
class HtmlReportTest {
    @Test
    void holds_nothing_of_the_class_that_is_not_escaped() throws IOException {
        ClassView view = Hostile.view();
        assertEquals(1, view.methods().size(), () -> view.diagnostics().toString());
        String page = HtmlReport.of(List.of(view));
        assertEquals(1, count(page, "<script"), "the page's own");
        assertEquals(1, count(page, "</script>"));
        assertFalse(page.contains("<img"));
        assertFalse(page.contains("<i>\""));
        assertFalse(page.contains("<!--"));
        assertTrue(page.contains("&lt;/script&gt;&lt;/code&gt;&lt;/div&gt;"), "the source");
        assertTrue(page.contains("m&quot;onclick=&#39;x&#39;&amp;amp"), "the name of the method");
        assertTrue(page.contains("\\u202e"), "what turns the direction of text is shown as such");
    }

    @Test
    void needs_nothing_from_elsewhere() throws IOException {
        String page = HtmlReport.of(List.of(Explained.orders()));
        assertEquals(0, count(page, "https?://"));
        assertEquals(0, count(page, "@import|url\\((?!#)"));
        assertTrue(page.contains("default-src &#39;none&#39;"));
    }

    @Test
    void shows_several_classes_on_one_page_with_ids_of_their_own() throws IOException {
        String page = HtmlReport.of(List.of(Explained.orders(), Explained.orders()));
        assertEquals(8, count(page, "<section class=\"method\""));
        for (int i = 0; i < 8; i++) {
            assertEquals(1, count(page, "id=\"method-" + i + "\""));
        }
    }

    @Test
    void says_that_a_source_or_line_numbers_are_missing() throws IOException {
        ClassView view = Explained.orders();
        ClassView bare = new ClassView(view.name(), view.file(), SourceText.NONE, view.methods(), List.of(), null);
        assertTrue(HtmlReport.of(List.of(bare)).contains("The source was not found."));
        byte[] stripped = Stripped.of(
                "class Plain { @dev.fermata.Suspendable static Iterable<Object> m() { return null; } }", "Plain");
        String page = HtmlReport.of(List.of(new Explainer(SourceRoots.NONE, List.of()).explain(stripped)));
        assertTrue(page.contains("no line numbers"));
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
