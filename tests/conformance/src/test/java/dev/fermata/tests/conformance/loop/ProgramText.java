package dev.fermata.tests.conformance.loop;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A program as nested lists of words: {@code (sleep 20 7)}. */
final class ProgramText {
    private final Iterator<String> words;

    private ProgramText(String text) {
        words = List.of(text.replace("(", " ( ").replace(")", " ) ").trim().split("\\s+"))
                .iterator();
    }

    static List<Object> parse(String text) {
        ProgramText parser = new ProgramText(text);
        parser.words.next();
        return parser.restOfList();
    }

    private List<Object> restOfList() {
        List<Object> list = new ArrayList<>();
        for (String word = words.next(); !word.equals(")"); word = words.next()) {
            list.add(word.equals("(") ? restOfList() : word);
        }
        return list;
    }
}
