package dev.fermata.transformer.explain;

import java.util.List;

/**
 * Bytecode that belongs to one line of the source, in one stretch.
 *
 * @param line the line; 0 if the class has no line numbers
 * @param lines the instructions, one or more lines of text each
 */
public record CodeBlock(int line, List<CodeLine> lines) {
    /**
     * A line of text.
     *
     * @param label the label in front of it; null if there is none
     * @param text the instruction
     * @param comment what it means; null if there is nothing to say
     */
    public record CodeLine(String label, String text, String comment) {}
}
