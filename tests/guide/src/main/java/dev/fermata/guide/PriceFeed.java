package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;

/** Tutorial, step 8: the watcher as an asynchronous generator. */
final class PriceFeed {
    private PriceFeed() {}

    // region feed
    @Suspendable
    static AsyncGenerator<Integer> feed(TeaShop shop) {
        try {
            while (true) {
                AsyncGenerator.yield(await(shop.ask()));
            }
        } finally {
            await(EventLoop.sleep(Duration.ofMillis(20)));
            System.out.println("said goodbye to " + shop.name());
        }
    }

    @Suspendable
    static Coroutine<Integer> untilCheap(TeaShop shop, int limit) {
        try (AsyncGenerator<Integer> feed = feed(shop)) {
            for (int price : feed) {
                System.out.println("seen " + price);
                if (price <= limit) {
                    return Coroutine.of(price);
                }
            }
        }
        throw new IllegalStateException(shop.name() + " was never cheap");
    }

    public static void main(String[] arguments) {
        int price = EventLoop.run(untilCheap(TeaShop.open("Leaf", 20, 100), 97));
        System.out.println("bought for " + price);
    }
    // endregion
}
