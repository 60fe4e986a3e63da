package demo;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;

public class Work {
    @Suspendable
    static Iterable<String> steps(String name) {
        long count = 0;
        for (String letter = "a"; count < 1000; letter += count % 10 == 0 ? "a" : "") {
            Generator.yield(name + " " + ++count + " " + letter.length());
        }
        return null;
    }

    @Suspendable
    static Coroutine<Integer> outer(int rounds) {
        int sum = 0;
        for (int i = 0; i < rounds; i++) {
            sum += Coroutine.await(inner(i));
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Integer> inner(int i) {
        Integer sent = Coroutine.suspend("round " + i);
        return Coroutine.of(i + sent);
    }
}
