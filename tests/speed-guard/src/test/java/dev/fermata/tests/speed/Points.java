package dev.fermata.tests.speed;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** Pairs of methods that differ in two suspension points only. */
final class Points {
    private Points() {}

    @Suspendable
    static Generator<Object, Object, Void> twoYields() {
        Generator.yield(null);
        Generator.yield(null);
        return null;
    }

    @Suspendable
    static Generator<Object, Object, Void> fourYields() {
        Generator.yield(null);
        Generator.yield(null);
        Generator.yield(null);
        Generator.yield(null);
        return null;
    }

    @Suspendable
    static Coroutine<Object> twoAwaits(Awaitable<Object> one, int number) {
        Coroutine.await(one);
        Coroutine.await(one);
        one.awaiter();
        return Coroutine.of(number);
    }

    @Suspendable
    static Coroutine<Object> fourAwaits(Awaitable<Object> one, int number) {
        Coroutine.await(one);
        Coroutine.await(one);
        Coroutine.await(one);
        Coroutine.await(one);
        one.awaiter();
        return Coroutine.of(number);
    }
}
