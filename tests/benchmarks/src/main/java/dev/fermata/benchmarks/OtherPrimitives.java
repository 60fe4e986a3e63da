package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.List;
import java.util.PrimitiveIterator;

/** Generators of ints that are run for their trace in the type profiles of the runtime's shared code. */
final class OtherPrimitives {
    /** Enough for the second compiler to have made up its mind. */
    private static final int ROUNDS = 20_000;

    private OtherPrimitives() {}

    /** Runs them all, each from beginning to end, again and again. */
    static long run() {
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (PrimitiveIterator.OfInt other : List.of(countDown(9), squares(9), delegated(9), fromList(9))) {
                sum += sumOf(other);
            }
        }
        return sum;
    }

    private static long sumOf(PrimitiveIterator.OfInt values) {
        long sum = 0;
        while (values.hasNext()) {
            sum += values.nextInt();
        }
        return sum;
    }

    @Suspendable
    private static PrimitiveIterator.OfInt countDown(int from) {
        for (int i = from; i > 0; i--) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static PrimitiveIterator.OfInt squares(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i * i);
        }
        return null;
    }

    @Suspendable
    private static PrimitiveIterator.OfInt delegated(int upTo) {
        Generator.yieldFrom(countDown(upTo));
        return squares(upTo);
    }

    @Suspendable
    private static PrimitiveIterator.OfInt fromList(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yieldFrom(List.of(i, i));
        }
        return null;
    }
}
