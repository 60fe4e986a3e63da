package demo;

import static RUNTIME.Coroutine.await;

import RUNTIME.Coroutine;
import RUNTIME.Suspendable;
import java.util.List;

/** Every loop, with ways out that are taken and ways out that are not. */
final class Loops {
    private Loops() {}

    @Suspendable
    static Coroutine<Integer> all(int n) {
        int sum = 0;
        for (int i = 0; i < n; i++) {
            sum += await(Drive.later(i));
        }
        while (sum > 0) {
            sum -= await(Drive.now(1));
        }
        do {
            sum += await(Drive.later(5));
        } while (sum < n);
        outer:
        for (String a : List.of("a", "b")) {
            for (String b : List.of("c", "d")) {
                if (await(Drive.later(b)).equals("d")) {
                    continue outer;
                }
                if (await(Drive.now(a)).equals("z")) {
                    break outer;
                }
            }
        }
        for (int i = 0; ; i++) {
            if (i == n) {
                return Coroutine.of(await(Drive.later(sum)));
            }
        }
    }

    @Suspendable
    static Coroutine<Integer> never(int n) {
        while (n > 0) {
            await(Drive.later(n--));
        }
        for (int i = 0; i < n; i++)
            await(Drive.later(i));
        return null;
    }
}
