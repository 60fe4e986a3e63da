package demo;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;

public class Work {
    @Suspendable
    static Generator<String, Void, Void> steps(String name) {
        String kept = name + " ";
        for (long i = 1; i <= 3; i++) {
            Generator.yield(kept + i);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Integer> sum(int n) {
        return Coroutine.of(n + Coroutine.await(one()));
    }

    @Suspendable
    static Coroutine<Integer> one() {
        Coroutine.suspend("pause");
        return Coroutine.of(1);
    }
}
