package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;

/** Tutorial, step 2: asking a shop. */
final class PriceCoroutine {
    private PriceCoroutine() {}

    // region lowest
    @Suspendable
    static Coroutine<Integer> lowest(TeaShop shop, int times) {
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < times; i++) {
            int price = await(shop.ask());
            System.out.println(shop.name() + " asks " + price);
            lowest = Math.min(lowest, price);
        }
        return Coroutine.of(lowest);
    }

    public static void main(String[] arguments) {
        int lowest = EventLoop.run(lowest(TeaShop.open("Leaf", 20, 100), 3));
        System.out.println("lowest: " + lowest);
    }
    // endregion
}
