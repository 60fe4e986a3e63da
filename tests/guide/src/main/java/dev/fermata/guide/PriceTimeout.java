package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.TimedOutException;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** Tutorial, step 4: not waiting for ever. */
final class PriceTimeout {
    private PriceTimeout() {}

    // region quote
    static final Duration PATIENCE = Duration.ofMillis(800);

    @Suspendable
    static Coroutine<String> quote(TeaShop shop) {
        try {
            int price = await(Tasks.within(PATIENCE, shop.ask()));
            return Coroutine.of(shop.name() + " asks " + price);
        } catch (TimedOutException late) {
            return Coroutine.of(shop.name() + " does not answer");
        }
    }

    @Suspendable
    static Coroutine<Void> compare() {
        System.out.println(await(quote(TeaShop.open("Leaf", 20, 100))));
        System.out.println(await(quote(TeaShop.open("Snail", 60_000, 10))));
        return null;
    }
    // endregion

    /** In virtual time, so that a slow machine prints the same. */
    public static void main(String[] arguments) {
        TestLoop.once(() -> compare());
    }
}
