package dev.fermata.guide;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.PrimitiveIterator;

/** Ints, not boxed. */
final class YieldInts {
    private YieldInts() {}

    // region program
    @Suspendable
    static PrimitiveIterator.OfInt squares(int count) {
        for (int i = 1; i <= count; i++) {
            Generator.yield(i * i);
        }
        return null;
    }

    static void run() {
        PrimitiveIterator.OfInt squares = squares(4);
        int sum = 0;
        while (squares.hasNext()) {
            sum += squares.nextInt();
        }
        System.out.println(sum);
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        run();
    }
}
