package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import java.time.Duration;
import java.util.List;

/** Tutorial, step 7: stopping, and cleaning up. */
final class PriceCancellation {
    private PriceCancellation() {}

    // region cancellation
    @Suspendable
    static Coroutine<Void> watch(TeaShop shop, AsyncQueue<Integer> seen) {
        try {
            while (true) {
                await(seen.put(await(shop.ask())));
            }
        } finally {
            await(EventLoop.sleep(Duration.ofMillis(20)));
            System.out.println("said goodbye to " + shop.name());
        }
    }

    @Suspendable
    static Coroutine<Void> untilCheap(int limit) {
        AsyncQueue<Integer> seen = AsyncQueue.fifo(1);
        Task<Void> watcher = EventLoop.current().spawn(watch(TeaShop.open("Leaf", 20, 100), seen));
        int price;
        do {
            price = await(seen.get());
            System.out.println("seen " + price);
        } while (price > limit);
        watcher.cancel("cheap enough");
        await(Tasks.wait(List.of(watcher), Until.ALL_DONE));
        System.out.println("cancelled: " + watcher.isCancelled());
        return null;
    }

    public static void main(String[] arguments) {
        EventLoop.run(untilCheap(97));
    }
    // endregion
}
