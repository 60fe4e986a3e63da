package dev.fermata.guide;

import dev.fermata.Generator;
import dev.fermata.Suspendable;

/** Tutorial, step 1: prices without end. */
final class PriceGenerator {
    private PriceGenerator() {}

    // region generator
    @Suspendable
    static Iterable<Integer> prices(int first) {
        int price = first;
        while (true) {
            Generator.yield(price);
            price += price % 7 - 3;
        }
    }

    public static void main(String[] arguments) {
        int left = 4;
        for (int price : prices(100)) {
            System.out.println(price);
            if (--left == 0) {
                break;
            }
        }
    }
    // endregion
}
