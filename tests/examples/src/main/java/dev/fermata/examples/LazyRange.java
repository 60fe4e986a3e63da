package dev.fermata.examples;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** A range that makes each number when it is asked for. */
public final class LazyRange {
    private LazyRange() {}

    @Suspendable
    static Iterable<Integer> lazyRange(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    /**
     * Counts, and shows that an {@code Iterable} starts afresh for each loop over it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Iterable<Integer> range = lazyRange(3);
        for (int number : range) {
            System.out.println(number);
        }
        for (int number : range) {
            System.out.println("again " + number);
        }
    }
}
