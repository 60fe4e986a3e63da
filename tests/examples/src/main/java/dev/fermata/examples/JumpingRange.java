package dev.fermata.examples;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** A range that can be told, between two numbers, how far to jump (PEP 342's {@code send}). */
public final class JumpingRange {
    private JumpingRange() {}

    @Suspendable
    static Generator<Integer, Integer, Void> jumpingRange(int upTo) {
        for (int i = 0; i < upTo; ) {
            Integer jump = Generator.yield(i);
            i += jump == null ? 1 : jump;
        }
        return null;
    }

    /**
     * Jumps forwards and back, then goes through what is left.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Generator<Integer, Integer, Void> range = jumpingRange(5);
        System.out.println(range.next());
        System.out.println(range.send(2));
        System.out.println(range.next());
        System.out.println(range.send(-1));
        for (int number : range) {
            System.out.println(number);
        }
    }
}
