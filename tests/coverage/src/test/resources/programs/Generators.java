package demo;

import RUNTIME.Generator;
import RUNTIME.Suspendable;
import java.util.List;

/** Consumed to the end, in part, and not at all. */
class Generators {
    interface Source {
        Iterable<Integer> upTo(int n);
    }

    private final String name;

    Generators(String name) {
        this.name = name;
    }

    @Suspendable
    Generator<String, Integer, Void> steps(int n) {
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
    static Iterable<String> letters(int n) {
        for (String letter : List.of("a", "b", "c")) {
            switch (n) {
                case 0 -> Generator.yield("nothing");
                case 3, 4 -> Generator.yield(letter);
                default -> throw new IllegalArgumentException("never");
            }
        }
        return null;
    }

    @Suspendable
    static Generator<Integer, Void, Void> closedHalfWay() {
        Generator.yield(1);
        try {
            Generator.yield(2);
            Generator.yield(3);
            Generator.yield(4);
        } finally {
            fail(1);
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> neverIterated() {
        Generator.yield(1);
        return null;
    }

    static Source doubled() {
        Source source = n -> {
            for (int i = 0; i < n; i++) {
                Generator.yield(2 * i);
            }
            return null;
        };
        return source;
    }

    static Source neverAsked() {
        return n -> {
            Generator.yield(n);
            return null;
        };
    }
}
