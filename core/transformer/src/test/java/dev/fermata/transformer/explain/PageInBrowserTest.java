package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser; screenshots are left in {@code target/explain}. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PageInBrowserTest {
    private static final Path OUTPUT = Path.of("target", "explain");
    private static final String FIRST = "#method-0 ";

    @TempDir
    private Path directory;

    private Chromium open(ClassView view, String name) throws Exception {
        Files.createDirectories(OUTPUT);
        Path page = OUTPUT.resolve(name + ".html").toAbsolutePath();
        Files.writeString(page, HtmlReport.of(List.of(view)));
        return Chromium.open(directory, page);
    }

    private static int count(Chromium browser, String selector) {
        return Integer.parseInt(browser.evaluate("document.querySelectorAll('" + selector + "').length"));
    }

    @Test
    void draws_as_many_states_as_there_are_and_links_what_belongs_to_one_line() throws Exception {
        ClassView view = Explained.orders();
        try (Chromium browser = open(view, "page")) {
            browser.show(1400, 1500, "light");
            for (int i = 0; i < view.methods().size(); i++) {
                MethodView method = view.methods().get(i);
                String svg = "#method-" + i + " svg ";
                assertEquals(method.points(), count(browser, svg + ".state.point"));
                assertEquals(1, count(browser, svg + ".state.entry"));
                assertEquals(1, count(browser, svg + ".state.end"));
                assertEquals(method.transitions().size(), count(browser, svg + ".arrow"));
            }
            browser.screenshot(OUTPUT.resolve("light.png"));
            hovering_highlights_a_line_everywhere(browser);
            clicking_picks_a_line_and_shows_it_in_the_other_pane(browser);
            it_can_be_used_by_keys(browser);
            browser.screenshot(OUTPUT.resolve("picked.png"));
            String light = background(browser);
            browser.show(1400, 1500, "dark");
            assertNotEquals(light, background(browser));
            browser.screenshot(OUTPUT.resolve("dark.png"));
            browser.show(400, 2200, "light");
            assertEquals("400", browser.evaluate("document.documentElement.scrollWidth"), "nothing sticks out");
            browser.screenshot(OUTPUT.resolve("narrow.png"));
            assertEquals(List.of(), browser.complaints());
        }
    }

    private static String background(Chromium browser) {
        return browser.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private static void hovering_highlights_a_line_everywhere(Chromium browser) {
        assertEquals(0, count(browser, ".hot"));
        browser.hover(FIRST + ".source [data-line=\"30\"]");
        assertEquals(count(browser, FIRST + "[data-line=\"30\"]"), count(browser, FIRST + ".hot"));
        List<String> where = new ArrayList<>();
        for (String part : List.of(".source", ".bytecode", ".points", "svg")) {
            where.add(part + " " + (count(browser, FIRST + part + " .hot") > 0));
        }
        assertEquals(List.of(".source true", ".bytecode true", ".points true", "svg true"), where);
        browser.hover(FIRST + "svg .point[data-state=\"1\"]");
        int leaving = count(browser, FIRST + ".arrow[data-from=\"1\"]");
        assertTrue(leaving > 1);
        assertEquals(leaving, count(browser, ".arrow.lit"));
        browser.hover("footer");
        assertEquals(0, count(browser, ".hot, .lit"));
    }

    private static void clicking_picks_a_line_and_shows_it_in_the_other_pane(Chromium browser) {
        assertEquals("0", browser.evaluate("document.querySelector('" + FIRST + ".bytecode').scrollTop"));
        browser.click(FIRST + ".source [data-line=\"40\"]");
        assertEquals(count(browser, FIRST + "[data-line=\"40\"]"), count(browser, ".picked"));
        assertEquals("true", browser.evaluate("""
                (() => { const pane = document.querySelector('#method-0 .bytecode').getBoundingClientRect();
                  const block = document.querySelector('#method-0 .bytecode [data-line="40"]').getBoundingClientRect();
                  return block.top >= pane.top && block.top < pane.bottom; })()"""));
        browser.press("Escape", 27);
        assertEquals(0, count(browser, ".picked"));
    }

    private static void it_can_be_used_by_keys(Chromium browser) {
        browser.evaluate("document.querySelector('" + FIRST + ".source [data-line=\"30\"]').focus()");
        browser.press("ArrowDown", 40);
        assertEquals("31", browser.evaluate("document.activeElement.dataset.line"));
        browser.press("Enter", 13);
        assertTrue(count(browser, FIRST + ".bytecode .picked[data-line=\"31\"]") > 0);
        browser.evaluate("document.querySelector('" + FIRST + "svg .point').focus()");
        browser.press("Enter", 13);
        assertTrue(count(browser, FIRST + ".source .picked[data-line=\"30\"]") > 0);
    }

    @Test
    void hostile_names_and_sources_stay_text() throws Exception {
        ClassView view = Hostile.view();
        try (Chromium browser = open(view, "hostile")) {
            assertEquals("a\\\"b'<i> – a look at weaving".length() - 1 + "", browser.evaluate("document.title.length"));
            assertEquals(1, count(browser, "script"));
            assertEquals(0, count(browser, "img, u"));
            assertEquals(
                    "m\"onclick='x'&amp(Object)".length() + "",
                    browser.evaluate("document.querySelector('section h2').textContent.length"));
            assertEquals(1, count(browser, "svg .state.point"));
            browser.hover(FIRST + ".source [data-line=\"2\"]");
            assertTrue(count(browser, FIRST + ".bytecode .hot") > 0, "the script runs");
            assertEquals(List.of(), browser.complaints());
        }
    }
}
