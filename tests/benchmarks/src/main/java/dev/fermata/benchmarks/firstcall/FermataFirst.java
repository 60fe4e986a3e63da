package dev.fermata.benchmarks.firstcall;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;

/** A generator, and coroutines on a new event loop. */
final class FermataFirst {
    private FermataFirst() {}

    static int item() {
        return range(2).next();
    }

    static int result() {
        return EventLoop.run(outer());
    }

    @Suspendable
    private static Generator<Integer, Object, Void> range(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Integer> outer() {
        return Coroutine.of(Coroutine.<Integer>await(inner()) + 1);
    }

    @Suspendable
    private static Coroutine<Integer> inner() {
        return Coroutine.of(1);
    }
}
