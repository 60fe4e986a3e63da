package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;

/** Tutorial, step 3: asking two shops at once. */
final class PriceTasks {
    private PriceTasks() {}

    // region tasks
    @Suspendable
    static Coroutine<Void> compare() {
        EventLoop loop = EventLoop.current();
        Task<Integer> cup = loop.spawn(PriceCoroutine.lowest(TeaShop.open("Cup", 450, 50), 2));
        Task<Integer> leaf = loop.spawn(PriceCoroutine.lowest(TeaShop.open("Leaf", 20, 100), 3));
        System.out.println("both are asked");
        System.out.println("lowest: " + Math.min(await(cup), await(leaf)));
        return null;
    }
    // endregion

    /** In virtual time, so that a slow machine prints the same. */
    public static void main(String[] arguments) {
        TestLoop.once(() -> compare());
    }
}
