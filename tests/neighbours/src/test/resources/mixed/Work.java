package demo;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.List;

/** Generators and coroutines of many shapes. */
public class Work {
    interface Source {
        Iterable<Integer> upTo(int n);
    }

    private final String name;

    public Work(String name) {
        this.name = name;
    }

    @Suspendable
    public Generator<String, Integer, Void> steps(int n) {
        for (int i = 0; i < n; i++) {
            if (i % 2 == 0) {
                Generator.yield(name + i);
            } else if (i > 100) {
                Generator.yield("never");
            }
            try {
                Generator.yield(i > 1 ? "big" : "small");
                fail(i);
            } catch (IllegalStateException e) {
                Generator.yield("caught");
            } finally {
                Generator.yield("finally");
            }
        }
        Object end = n > 0 && n < 10
                ? Generator.yieldFrom(letters(n))
                : Generator.yieldFrom(letters(0));
        return null;
    }

    private static void fail(int i) {
        if (i == 2) {
            throw new IllegalStateException();
        }
    }

    @Suspendable
    public static Iterable<String> letters(int n) {
        for (String letter : List.of("a", "b", "c")) {
            switch (n) {
                case 0 -> Generator.yield("nothing");
                case 3, 4 -> Generator.yield(letter);
                default -> throw new IllegalArgumentException("never");
            }
        }
        return null;
    }

    public static Source doubled() {
        Source source = n -> {
            for (int i = 0; i < n; i++) {
                Generator.yield(2 * i);
            }
            return null;
        };
        return source;
    }

    @Suspendable
    public static Coroutine<Integer> sum(int n) {
        int sum = 0;
        while (n > 0) {
            sum += Coroutine.await(one(n--));
        }
        return sum > 100 ? null : Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Integer> one(int n) {
        if (n == 50) {
            Coroutine.await(one(0));
        }
        return Coroutine.of(n);
    }

    @Suspendable
    public static Coroutine<Integer> neverCalled(int n) {
        Coroutine.await(one(n));
        return null;
    }

    @Suspendable
    public static Iterable<Integer> neverIterated() {
        Generator.yield(1);
        return null;
    }

    public static int plain(int n) {
        return n > 0 ? n : -n;
    }
}
