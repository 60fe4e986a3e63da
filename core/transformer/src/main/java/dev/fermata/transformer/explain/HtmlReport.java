package dev.fermata.transformer.explain;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.explain.CodeBlock.CodeLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Shows a class as one page that needs nothing else: per method the state machine drawn, the points and what is kept
 * there, and the source beside the woven bytecode, linked by line. The page may load nothing, which it tells the browser.
 */
public final class HtmlReport {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    private final List<ClassView> views;
    private final Html out = new Html();
    private int methods;

    private HtmlReport(List<ClassView> views) {
        this.views = views;
    }

    /**
     * Writes a page.
     *
     * @param views the classes, not empty
     * @return HTML, in UTF-8 when written to a file
     */
    public static String of(List<ClassView> views) {
        HtmlReport report = new HtmlReport(views);
        report.print();
        return report.out.toString();
    }

    private void print() {
        String title = views.size() == 1 ? views.get(0).name() : views.size() + " classes";
        out.raw("<!DOCTYPE html>\n");
        out.open("html", "lang", "en");
        out.open("head");
        out.empty("meta", "charset", "utf-8");
        out.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.empty("link", "rel", "icon", "href", "data:,");
        out.element("title", title + " – a look at weaving");
        out.raw("<style>\n" + resource("page.css") + "</style>\n");
        out.close("head");
        out.open("body");
        out.open("header");
        out.element("p", "a look at weaving", "class", "kicker");
        out.element("h1", title);
        printContents();
        out.close("header");
        out.open("main");
        views.forEach(this::print);
        out.close("main");
        out.element(
                "footer",
                "Made by Fermata. Hover over a line to see where it went, click to pick it; arrow keys move along"
                        + " the source, Enter picks, Escape lets go.");
        out.raw("<script>\n" + resource("page.js") + "</script>\n");
        out.close("body");
        out.close("html");
    }

    private void printContents() {
        out.open("nav", "aria-label", "Methods");
        int number = 0;
        for (ClassView view : views) {
            for (MethodView method : view.methods()) {
                out.element("a", method.signature(), "href", "#method-" + number++);
            }
        }
        out.close("nav");
    }

    private void print(ClassView view) {
        if (views.size() > 1) {
            out.element("h2", view.name(), "class", "class");
        }
        for (Diagnostic diagnostic : view.diagnostics()) {
            out.element(
                    "p", diagnostic.toString(), "class", diagnostic.isError() ? "problem error" : "problem warning");
        }
        String note = view.methods().isEmpty() ? Phrases.nothing(view) : view.note();
        if (note != null) {
            out.element("p", note, "class", "note");
        }
        view.methods().forEach(method -> print(view, method));
    }

    private void print(ClassView view, MethodView method) {
        String id = "method-" + methods++;
        out.open("section", "class", "method", "id", id);
        out.element("h2", method.signature());
        printFacts(view, method);
        out.open("div", "class", "overview");
        out.open("figure");
        StateDiagram.draw(method, id, out);
        out.element(
                "figcaption",
                "Where a frame can stand, and what can follow. Dashed: after an exception that is caught.");
        out.close("figure");
        out.open("div", "class", "points");
        method.states().forEach(state -> print(view, method, state));
        out.close("div");
        out.close("div");
        printFields(method.frame());
        out.open("div", "class", "code");
        new SourcePane(view, method, out).print();
        printBytecode(method);
        out.close("div");
        out.close("section");
    }

    private void printFacts(ClassView view, MethodView method) {
        out.open("dl", "class", "facts");
        fact("kind", method.noun() + ", returns " + method.returns());
        fact("where", Phrases.where(view, method.line()));
        fact("body", method.body() + ", " + Phrases.code(method));
        fact("frame", method.frame().name() + ", " + Phrases.size(method.frame()) + " in " + Phrases.sizeRule());
        out.close("dl");
    }

    private void fact(String name, String value) {
        out.open("div");
        out.element("dt", name);
        out.element("dd", value);
        out.close("div");
    }

    private void print(ClassView view, MethodView method, StateView state) {
        out.open("article", "class", "point", "data-line", state.line() + "", "data-state", state.number() + "");
        out.open("h3");
        out.element("span", state.number() == 0 ? "▸" : state.number() + "", "class", "badge");
        out.element("span", state.marker(), "class", "marker");
        if (state.line() > 0) {
            out.element("span", "line " + state.line(), "class", "where");
        }
        out.close("h3");
        String source = view.source().line(state.line()).strip();
        if (!source.isEmpty()) {
            out.element("code", source, "class", "excerpt");
        }
        if (!state.kept().isEmpty() || !state.left().isEmpty()) {
            out.open("table");
            state.kept().forEach(this::print);
            state.left().forEach(this::print);
            out.close("table");
        }
        out.element("p", "then " + Phrases.next(method, state.number()), "class", "then");
        out.close("article");
    }

    private void print(StateView.Kept kept) {
        out.open("tr", "class", "kept");
        out.element("th", "keeps", "scope", "row");
        printValue(kept.label(), kept.type());
        out.element("td", kept.field() == null ? "" : kept.field(), "class", "field");
        out.element("td", kept.why());
        out.close("tr");
    }

    private void print(StateView.Left left) {
        out.open("tr", "class", "left");
        out.element("th", "drops", "scope", "row");
        printValue(left.name(), left.type());
        out.element("td", "", "class", "field");
        out.element("td", left.why());
        out.close("tr");
    }

    private void printValue(String name, String type) {
        out.open("td");
        out.element("code", name);
        out.element("span", " " + type, "class", "type");
        out.close("td");
    }

    private void printFields(FrameView frame) {
        if (frame.fields().isEmpty()) {
            return;
        }
        out.open("details", "class", "fields");
        out.element("summary", "Fields of the frame (" + frame.fields().size() + ")");
        out.open("table");
        for (FrameView.Field field : frame.fields()) {
            out.open("tr");
            printValue(field.name(), field.type());
            out.element("td", field.uses());
            out.close("tr");
        }
        out.close("table");
        out.close("details");
    }

    private void printBytecode(MethodView method) {
        out.open("div", "class", "pane bytecode", "tabindex", "0", "role", "region", "aria-label", "Woven bytecode");
        out.element("h3", "Woven bytecode of " + method.body());
        for (CodeBlock block : method.code()) {
            out.open("div", "class", "block", "data-line", block.line() + "");
            out.element("span", block.line() > 0 ? block.line() + "" : "", "class", "number");
            out.open("pre");
            block.lines().forEach(this::print);
            out.close("pre");
            out.close("div");
        }
        out.close("div");
    }

    private void print(CodeLine line) {
        if (line.label() != null) {
            out.open("b");
            out.text(line.label() + ":");
            out.raw("</b>");
        }
        out.text(" "
                        .repeat(Math.max(
                                1, 8 - (line.label() == null ? 0 : line.label().length() + 1)))
                + line.text());
        if (line.comment() != null) {
            out.text("  ");
            out.open("i");
            out.text(line.comment());
            out.raw("</i>");
        }
        out.text("\n");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + HtmlReport.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
