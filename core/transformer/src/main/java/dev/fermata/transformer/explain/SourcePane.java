package dev.fermata.transformer.explain;

import java.util.IntSummaryStatistics;
import java.util.List;

/** The lines of the source that a method's bytecode comes from, and those right before and after. */
final class SourcePane {
    /** The signature, and the annotation above it. */
    private static final int BEFORE = 2;

    private static final int AFTER = 1;

    private final ClassView view;
    private final MethodView method;
    private final Html out;

    SourcePane(ClassView view, MethodView method, Html out) {
        this.view = view;
        this.method = method;
        this.out = out;
    }

    void print() {
        IntSummaryStatistics lines = method.code().stream()
                .mapToInt(CodeBlock::line)
                .filter(line -> line > 0)
                .summaryStatistics();
        out.open("div", "class", "pane source", "role", "region", "aria-label", "Source");
        out.element("h3", view.file() == null ? "Source" : view.file());
        if (lines.getCount() == 0) {
            out.element(
                    "p", "The class has no line numbers: compile it with -g, or at least -g:lines.", "class", "note");
        } else if (!view.source().isThere()) {
            out.element(
                    "p", "The source was not found. Give its directory, and its lines stand here.", "class", "note");
            print(lines.getMin(), lines.getMax());
        } else {
            print(lines.getMin() - BEFORE, lines.getMax() + AFTER);
        }
        out.close("div");
    }

    private void print(int first, int last) {
        boolean isFirst = true;
        for (int number = Math.max(1, first); number <= last; number++) {
            boolean hasCode = has(number);
            if (!hasCode && !view.source().isThere()) {
                continue;
            }
            String style = hasCode ? "line" : "line still";
            if (hasCode) {
                out.open("div", "class", style, "data-line", number + "", "tabindex", isFirst ? "0" : "-1");
                isFirst = false;
            } else {
                out.open("div", "class", style);
            }
            out.element("span", number + "", "class", "number");
            out.element("span", points(number), "class", "flags");
            out.open("code");
            out.text(view.source().line(number));
            out.raw("</code>");
            out.close("div");
        }
    }

    private boolean has(int number) {
        return method.code().stream().anyMatch(block -> block.line() == number);
    }

    private String points(int line) {
        List<String> points = method.states().stream()
                .filter(state -> state.number() > 0 && state.line() == line)
                .map(state -> String.valueOf(state.number()))
                .toList();
        return String.join(" ", points);
    }
}
