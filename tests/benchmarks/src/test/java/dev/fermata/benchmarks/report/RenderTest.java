package dev.fermata.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class RenderTest {
    @TempDir
    Path directory;

    @Test
    void a_result_is_read_as_it_was_written() throws IOException {
        Path file = directory.resolve("new/result.json");
        Reports.small().write(file);
        assertEquals(Reports.small(), Report.read(file));
    }

    @Test
    void a_result_of_another_schema_is_refused() throws IOException {
        Path file = directory.resolve("result.json");
        Reports.small().write(file);
        Files.writeString(file, Files.readString(file).replace(Report.SCHEMA, "another"));
        assertThrows(IOException.class, () -> Report.read(file));
    }

    @Test
    void the_page_is_rendered_from_the_file_alone() throws IOException {
        Path file = directory.resolve("result.json");
        Reports.small().write(file);
        Render.main(new String[] {file.toString(), directory.resolve("page").toString()});
        String page = Files.readString(directory.resolve("page/README.md"));
        assertEquals(Page.of(Reports.small()), page);
        assertTrue(page.contains("# Benchmarks: a full run"), page);
        assertTrue(page.contains("(generators.svg)"), page);
        assertFalse(page.contains("(loop.svg)"), "Kotlin alone is no comparison");
        assertTrue(page.contains("## Others"), "a workload that no family knows");
        assertTrue(page.contains("| kilim | all | does not run |"), page);
        assertTrue(Files.exists(directory.resolve("page/generators.svg")));
        assertFalse(Files.exists(directory.resolve("page/loop.svg")));
    }

    @Test
    void a_chart_is_an_svg_document_with_every_variant_in_it() throws Exception {
        String svg = RatioChart.svg("Generators", Reports.small().figures());
        Path file = Files.writeString(directory.resolve("chart.svg"), svg);
        List<String> texts = textsIn(parsed(file));
        assertTrue(
                texts.containsAll(List.of(
                        "Generators",
                        "FlatGenerator",
                        "handWritten   0.50 ns",
                        "fermataIterable   1.00 ns",
                        "kotlinSequence   10.0 ns",
                        "1×",
                        "10×")),
                texts.toString());
        assertFalse(texts.contains("SpawnAndJoin"), "Kotlin alone is no comparison");
        assertEquals(svg, RatioChart.svg("Generators", Reports.small().figures()), "the same again");
    }

    @Test
    void a_result_without_figures_is_a_page() {
        assertTrue(Page.of(Reports.on(17)).contains("not measured"));
    }

    private static Document parsed(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document document = factory.newDocumentBuilder().parse(file.toFile());
        Element root = document.getDocumentElement();
        assertEquals("svg", root.getTagName());
        return document;
    }

    private static List<String> textsIn(Document document) {
        NodeList elements = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }
}
