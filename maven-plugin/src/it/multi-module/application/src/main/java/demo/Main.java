package demo;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import library.Numbers;

public final class Main implements Numbers {
    @Suspendable
    Iterable<Integer> twice(int limit) {
        Generator.yieldFrom(upTo(limit));
        Generator.yieldFrom(upTo(limit));
        return null;
    }

    public static void main(String[] args) {
        for (int i : new Main().twice(2)) {
            System.out.print(i);
        }
        System.out.println();
    }
}
