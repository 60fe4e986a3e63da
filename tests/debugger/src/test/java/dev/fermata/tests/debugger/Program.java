package dev.fermata.tests.debugger;

import java.util.List;

/** The source of a program whose lines are found by the comments that they end in. */
final class Program {
    private final List<String> lines;

    Program(String name) {
        lines = Installation.sourceOf(name).lines().toList();
    }

    int line(String comment) {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).endsWith("// " + comment)) {
                return at + 1;
            }
        }
        throw new IllegalArgumentException("no line ends in // " + comment);
    }

    /** Whether a line, which need not be one of this program, ends in a comment. */
    boolean isCommented(int line, String comment) {
        return line > 0 && line <= lines.size() && commentAt(line).equals(comment);
    }

    /** The comment at the end of a line; the line if it has none. */
    String commentAt(int line) {
        String text = lines.get(line - 1).trim();
        return text.substring(text.indexOf("// ") < 0 ? 0 : text.indexOf("// ") + 3);
    }
}
