package demo;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

public final class Main {
    private Main() {}

    @Suspendable
    static Iterable<Integer> range(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> twice(Twice from) {
        Generator.yield(from.first());
        Generator.yield(from.second());
        return null;
    }

    public static void main(String[] args) {
        for (int i : range(3)) {
            System.out.println("got " + i);
        }
    }
}
