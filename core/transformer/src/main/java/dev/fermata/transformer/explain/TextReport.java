package dev.fermata.transformer.explain;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.explain.CodeBlock.CodeLine;
import java.util.Set;
import java.util.TreeSet;

/** Shows a class on a terminal: per method the points and what is kept there, then the bytecode under its source lines. */
public final class TextReport {
    private static final String INDENT = "  ";
    private static final int COMMENT_COLUMN = 58;

    private final ClassView view;
    private final StringBuilder out = new StringBuilder();

    private TextReport(ClassView view) {
        this.view = view;
    }

    /**
     * Writes a report.
     *
     * @param view the class, not null
     * @return lines of text, each ending in a line feed
     */
    public static String of(ClassView view) {
        TextReport report = new TextReport(view);
        report.print();
        return report.out.toString();
    }

    private void print() {
        for (Diagnostic diagnostic : view.diagnostics()) {
            text((diagnostic.isError() ? "error: " : "warning: ") + diagnostic);
        }
        String nothing = Phrases.nothing(view);
        if (nothing != null) {
            text(view.name() + ": " + nothing);
        } else if (view.note() != null) {
            text("note: " + view.note());
            line("");
        }
        String separator = "";
        for (MethodView method : view.methods()) {
            out.append(separator);
            print(method);
            separator = "\n\n";
        }
    }

    private void print(MethodView method) {
        line(view.name() + "." + method.signature() + "  (" + Phrases.where(view, method.line()) + ")");
        Table facts = new Table();
        facts.row("kind", method.noun() + ", returns " + method.returns());
        facts.row("body", method.body() + ", " + Phrases.code(method));
        facts.row("frame", method.frame().name());
        facts.row("", Phrases.size(method.frame()));
        facts.row("", "in " + Phrases.sizeRule());
        facts.print(INDENT, out);
        line("");
        printFields(method.frame());
        line("STATES  the entry and " + Phrases.points(method));
        method.states().forEach(state -> print(method, state));
        line("");
        printCode(method);
    }

    private void printFields(FrameView frame) {
        if (frame.fields().isEmpty()) {
            return;
        }
        line("FIELDS of the frame");
        Table fields = new Table();
        frame.fields().forEach(field -> fields.row(field.name(), field.type(), field.uses()));
        fields.print(INDENT, out);
        line("");
    }

    private void print(MethodView method, StateView state) {
        String source = view.source().line(state.line()).strip();
        String number = state.number() == 0 ? "" : state.number() + " ";
        line(INDENT
                + number
                + state.marker()
                + (state.line() > 0 ? "  line " + state.line() : "")
                + (source.isEmpty() ? "" : "  " + source));
        Table values = new Table();
        for (StateView.Kept kept : state.kept()) {
            values.row("keeps", kept.label(), kept.type(), field(kept), kept.why());
        }
        for (StateView.Left left : state.left()) {
            values.row("drops", left.name(), left.type(), "", left.why());
        }
        values.print(INDENT.repeat(3), out);
        line(INDENT.repeat(3) + "then " + Phrases.next(method, state.number()));
    }

    private static String field(StateView.Kept kept) {
        return kept.field() == null ? "" : "in " + kept.field();
    }

    private void printCode(MethodView method) {
        line("CODE  the body, under the lines it comes from");
        for (CodeBlock block : method.code()) {
            line(block.line() > 0 ? sourceLine(method, block.line()) : INDENT + "(of no line in the source)");
            block.lines().forEach(this::print);
        }
    }

    private String sourceLine(MethodView method, int number) {
        Set<Integer> points = new TreeSet<>();
        for (StateView state : method.states()) {
            if (state.line() == number && state.number() > 0) {
                points.add(state.number());
            }
        }
        String flag = points.isEmpty() ? "" : "   <- " + points.toString().replaceAll("[\\[\\]]", "");
        return (number + " | " + view.source().line(number)).stripTrailing() + flag;
    }

    private void print(CodeLine code) {
        String label = code.label() == null ? "" : code.label() + ":";
        String text = INDENT.repeat(3) + label + " ".repeat(Math.max(1, 7 - label.length())) + code.text();
        if (code.comment() != null) {
            text += " ".repeat(Math.max(1, COMMENT_COLUMN - text.length())) + "; " + code.comment();
        }
        line(text);
    }

    /** What a compiler has to say, for one, has several lines. */
    private void text(String text) {
        out.append(Visible.of(text)).append('\n');
    }

    private void line(String text) {
        out.append(Visible.onOneLine(text)).append('\n');
    }
}
