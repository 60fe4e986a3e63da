package dev.fermata.tests.random.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What can be grown at one place. Only the form that is chosen is grown. */
final class Menu<T> {
    private record Entry<T>(int weight, Supplier<T> form) {}

    private final List<Entry<T>> entries = new ArrayList<>();
    private int total;

    /** Offers a form. */
    void add(int weight, Supplier<T> form) {
        entries.add(new Entry<>(weight, form));
        total += weight;
    }

    /** Grows one of the forms, the likelier the more it weighs. */
    T choose(Random random) {
        int at = random.nextInt(total);
        for (Entry<T> entry : entries) {
            at -= entry.weight;
            if (at < 0) {
                return entry.form.get();
            }
        }
        throw new AssertionError("weights are positive");
    }
}
