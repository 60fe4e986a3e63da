package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.ExceptionGroup;
import dev.fermata.tasks.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tutorial, step 5: tasks that end together. */
final class PriceGroup {
    private PriceGroup() {}

    // region group
    @Suspendable
    static Coroutine<List<Integer>> askAll(List<TeaShop> shops) {
        try (TaskGroup group = TaskGroup.open()) {
            List<Task<Integer>> asked = new ArrayList<>();
            for (TeaShop shop : shops) {
                asked.add(group.fork(shop.ask()));
            }
            await(group.join());
            return Coroutine.of(asked.stream().map(Task::result).toList());
        }
    }

    @Suspendable
    static Coroutine<Void> compare() {
        TeaShop leaf = TeaShop.open("Leaf", 20, 100);
        TeaShop cup = TeaShop.open("Cup", 30, 50);
        TeaShop snail = TeaShop.open("Snail", 60_000, 10);
        TeaShop shut = new TeaShop("Pot", Duration.ofMillis(10), Collections.emptyIterator());
        System.out.println(await(askAll(List.of(leaf, cup))));
        try {
            await(askAll(List.of(leaf, snail, shut)));
        } catch (ExceptionGroup failed) {
            for (Throwable failure : failed.exceptions()) {
                System.out.println("failed: " + failure.getMessage());
            }
        }
        return null;
    }

    public static void main(String[] arguments) {
        EventLoop.run(compare());
    }
    // endregion
}
