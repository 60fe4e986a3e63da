package demo;

import static RUNTIME.Coroutine.await;

import RUNTIME.AsyncGenerator;
import RUNTIME.Coroutine;
import RUNTIME.Suspendable;

/** The enhanced {@code for} over what is asynchronous. */
final class AsyncLoops {
    private AsyncLoops() {}

    @Suspendable
    static AsyncGenerator<Integer> ticks(int n) {
        for (int i = 0; i < n; i++) {
            await(Drive.later(i));
            AsyncGenerator.yield(i);
        }
        return COLLECTED;
    }

    @Suspendable
    static Coroutine<Integer> sum(int n) {
        int sum = 0;
        for (int tick : ticks(n)) {
            if (tick > 100) {
                await(Drive.later("never"));
            }
            sum += await(Drive.later(tick));
        }
        return Coroutine.of(sum);
    }
}
