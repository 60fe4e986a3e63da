package demo;

import static RUNTIME.Coroutine.await;

import RUNTIME.Coroutine;
import RUNTIME.Suspendable;

/** Decisions, some of them made in one way only. */
final class Branches {
    private Branches() {}

    @Suspendable
    static Coroutine<Integer> ifs(int n) {
        if (n > 1) {
            await(Drive.later("big"));
        } else {
            await(Drive.now("small"));
        }
        if (await(Drive.later(n)) > 100) {
            await(Drive.now("never"));
        }
        if (await(Drive.now(n)) > 0 && await(Drive.later(n)) < 10 || n == 7) {
            return Coroutine.of(1);
        }
        return Coroutine.of(2);
    }

    @Suspendable
    static Coroutine<Object> ternaries(int n) {
        Object a = n > 1 ? await(Drive.later("a")) : await(Drive.now("b"));
        Object b = await(Drive.later(n)) == 5 ? "five" : "other";
        return n > 100 ? null : Coroutine.of(a.equals("a") ? b : a);
    }

    @Suspendable
    static Coroutine<Object> switches(int n, String name) {
        switch (n) {
            case 1:
                await(Drive.later("one"));
                break;
            case 2:
                await(Drive.now("two"));
            case 3:
                await(Drive.now("three"));
                break;
            default:
                await(Drive.later("never"));
        }
        int length = switch (name) {
            case "a" -> await(Drive.later(1));
            case "b", "c" -> {
                int two = await(Drive.now(2));
                yield two;
            }
            default -> throw new IllegalArgumentException(name);
        };
        return Coroutine.of(switch (await(Drive.later(length))) {
            case 1 -> "one";
            case 2 -> "two";
            default -> "more";
        });
    }
}
