package demo;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

public class JavaSide {
    @Suspendable
    public static Iterable<Integer> countdown(int n) {
        while (n > 0) {
            Generator.yield(n--);
        }
        return null;
    }
}
