package dev.fermata.benchmarks.memory;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.KotlinSuspended;
import dev.fermata.benchmarks.peers.RangeIterator;
import java.util.Iterator;
import java.util.function.IntConsumer;

/** Ways to be in the middle of something. */
enum Suspended {
    /** An iterator class; callbacks, each of which calls the next one outwards. */
    HAND_WRITTEN("handWritten") {
        @Override
        Object generator() {
            return started(new RangeIterator(2));
        }

        @Override
        Object chain(int depth) {
            return callback(depth, result -> {});
        }
    },

    /** Woven methods. */
    FERMATA("fermata") {
        @Override
        Object generator() {
            return started(range(2));
        }

        @Override
        Object chain(int depth) {
            Coroutine<Integer> outermost = nested(depth);
            outermost.send(null);
            return outermost;
        }
    },

    /** A {@code sequence}; suspending functions. */
    KOTLIN("kotlin") {
        @Override
        Object generator() {
            return KotlinSuspended.suspendedSequence();
        }

        @Override
        Object chain(int depth) {
            return KotlinSuspended.suspendedChain(depth);
        }
    };

    private final String variant;

    Suspended(String variant) {
        this.variant = variant;
    }

    String variant() {
        return variant;
    }

    /** One that has given its first item, and has an int to count with. */
    abstract Object generator();

    /** So many calls that wait for one another, each with an int to add. */
    abstract Object chain(int depth);

    private static Iterator<Integer> started(Iterator<Integer> values) {
        values.next();
        return values;
    }

    private static IntConsumer callback(int depth, IntConsumer outer) {
        return depth == 1 ? outer : callback(depth - 1, result -> outer.accept(result + depth));
    }

    @Suspendable
    private static Generator<Integer, Object, Void> range(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Integer> nested(int depth) {
        if (depth == 1) {
            return Coroutine.of(Coroutine.<Integer>suspend(null) + depth);
        }
        return Coroutine.of(Coroutine.<Integer>await(nested(depth - 1)) + depth);
    }
}
