package dev.fermata.benchmarks.firstcall;

import dev.fermata.benchmarks.peers.KotlinFirst;

/**
 * The program: does one thing once, and prints how many nanoseconds that took from before its class was loaded. The JVM
 * loads a class when it is first used, so each stands in a class of its own, and what this one calls gives ints, which
 * nothing need be loaded for to verify.
 */
final class FirstUse {
    private FirstUse() {}

    /** The argument is the name of a {@link Use}. */
    public static void main(String[] arguments) {
        String use = arguments[0];
        long start = System.nanoTime();
        int value = switch (use) {
            case "HAND_WRITTEN_ITEM" -> HandWrittenFirst.item();
            case "HAND_WRITTEN_RESULT" -> HandWrittenFirst.result();
            case "FERMATA_ITEM" -> FermataFirst.item();
            case "FERMATA_RESULT" -> FermataFirst.result();
            case "KOTLIN_ITEM" -> KotlinFirst.item();
            case "KOTLIN_RESULT" -> KotlinFirst.result();
            default -> throw new IllegalArgumentException(use);
        };
        long nanos = System.nanoTime() - start;
        if (value != (use.endsWith("ITEM") ? 0 : 2)) {
            throw new AssertionError(use + " gave " + value);
        }
        System.out.println(nanos);
    }
}
