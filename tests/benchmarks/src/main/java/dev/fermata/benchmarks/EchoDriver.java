package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.StopIteration;

/** The smallest loop there is: resumes a coroutine with what it has suspended with, until it ends. */
final class EchoDriver {
    private EchoDriver() {}

    static Object run(Coroutine<?> coroutine) {
        Object echo = null;
        try {
            for (; ; ) {
                echo = coroutine.send(echo);
            }
        } catch (StopIteration end) {
            return end.value();
        }
    }
}
