package dev.fermata.tests.hazards;

import java.util.List;

/**
 * Something that breaks bytecode coroutines if nobody thinks of it.
 *
 * @param id a letter for the subject and a number
 * @param title what it is, in a few words
 */
record Hazard(String id, String title) {
    static List<Hazard> all() {
        return Table.rows("hazards.tsv").stream()
                .map(row -> new Hazard(row.get(0), row.get(1)))
                .toList();
    }

    /** Whether a text could be the id of a hazard, known or not; other tags mean something else. */
    static boolean isId(String text) {
        return text.matches("[A-K]\\d+");
    }
}
