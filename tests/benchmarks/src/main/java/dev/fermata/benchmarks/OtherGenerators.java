package dev.fermata.benchmarks;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Generators that are run for their trace in the type profiles of the runtime's shared code, not for their values. */
final class OtherGenerators {
    /** Enough for the second compiler to have made up its mind. */
    private static final int ROUNDS = 20_000;

    private OtherGenerators() {}

    /** Runs them all, each from beginning to end, again and again. */
    static long run() {
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Iterable<Integer> other : List.of(countDown(9), squares(9), odd(9), twice(9), twiceDelegated(9))) {
                for (int value : other) {
                    sum += value;
                }
            }
            for (Generator<Integer, Object, Void> other : List.of(powers(9), oneByOne(9))) {
                sum += sumOf(other);
            }
        }
        return sum;
    }

    /** Consumes by another route, so that the loop a benchmark measures sees only its own generator. */
    private static int sumOf(Iterator<Integer> values) {
        Stream<Integer> stream =
                StreamSupport.stream(Spliterators.spliteratorUnknownSize(values, Spliterator.ORDERED), false);
        return stream.mapToInt(Integer::intValue).sum();
    }

    @Suspendable
    private static Iterable<Integer> countDown(int from) {
        for (int i = from; i > 0; i--) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> squares(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i * i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> odd(int upTo) {
        for (int i = 1; i < upTo; i += 2) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> twice(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Iterable<Integer> twiceDelegated(int upTo) {
        Generator.yieldFrom(odd(upTo));
        Generator.yieldFrom(squares(upTo));
        return null;
    }

    @Suspendable
    private static Generator<Integer, Object, Void> powers(int upTo) {
        for (int i = 0, power = 1; i < upTo; i++, power *= 2) {
            Generator.yield(power);
        }
        return null;
    }

    @Suspendable
    private static Generator<Integer, Object, Void> oneByOne(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yieldFrom(List.of(i));
        }
        return null;
    }
}
