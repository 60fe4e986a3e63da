package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.queue.QueueShutDownException;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.testkit.TestLoop;

/** Tutorial, step 6: many shops, few at a time. */
final class PriceWorkers {
    private PriceWorkers() {}

    // region workers
    @Suspendable
    static Coroutine<Void> work(String worker, AsyncQueue<TeaShop> shops) {
        try {
            while (true) {
                TeaShop shop = await(shops.get());
                System.out.println(worker + ": " + await(PriceTimeout.quote(shop)));
            }
        } catch (QueueShutDownException noMore) {
            System.out.println(worker + " goes home");
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> compare() {
        AsyncQueue<TeaShop> shops = AsyncQueue.fifo(2);
        try (TaskGroup group = TaskGroup.open()) {
            group.fork(work("Ann", shops));
            group.fork(work("Bob", shops));
            await(shops.put(TeaShop.open("Snail", 60_000, 10)));
            await(shops.put(TeaShop.open("Leaf", 20, 100)));
            await(shops.put(TeaShop.open("Cup", 20, 50)));
            await(shops.put(TeaShop.open("Herb", 20, 20)));
            shops.shutdown();
            await(group.join());
        }
        return null;
    }
    // endregion

    /** In virtual time, so that a slow machine prints the same. */
    public static void main(String[] arguments) {
        TestLoop.once(() -> compare());
    }
}
