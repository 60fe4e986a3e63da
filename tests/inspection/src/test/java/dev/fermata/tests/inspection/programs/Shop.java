package dev.fermata.tests.inspection.programs;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.queue.AsyncQueue;
import dev.fermata.tasks.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A sleeper, a consumer of a queue, a gathering and a deadlock of two tasks, on one loop. */
public final class Shop {
    private static final Duration LONG = Duration.ofHours(1);

    private Shop() {}

    public static void main(String[] args) {
        EventLoop.run(shop());
    }

    @Suspendable
    static Coroutine<Void> shop() {
        EventLoop loop = EventLoop.current();
        AsyncQueue<String> orders = AsyncQueue.fifo(10);
        List<Task<?>> departments = new ArrayList<>();
        departments.add(loop.spawn("heartbeat", heartbeat()));
        departments.add(loop.spawn("packer", packer(orders)));
        departments.add(loop.spawn("report", report()));
        List<Task<Void>> stuck = new ArrayList<>();
        stuck.add(loop.spawn("chicken", after(stuck, 1)));
        stuck.add(loop.spawn("egg", after(stuck, 0)));
        await(EventLoop.sleep(Duration.ofMillis(1)));
        System.out.println("ready");
        for (Task<?> department : departments) {
            await(department);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> heartbeat() {
        while (true) {
            await(EventLoop.sleep(LONG));
        }
    }

    @Suspendable
    static Coroutine<Void> packer(AsyncQueue<String> orders) {
        while (true) {
            pack(await(nextOf(orders)));
        }
    }

    @Suspendable
    static Coroutine<String> nextOf(AsyncQueue<String> orders) {
        String order = await(orders.get());
        return Coroutine.of(order);
    }

    private static void pack(String order) {
        System.out.println("packed " + order);
    }

    @Suspendable
    static Coroutine<Void> report() {
        EventLoop loop = EventLoop.current();
        Deferred<List<Integer>> figures = Tasks.gather(loop.spawn("north", figure(1)), loop.spawn("south", figure(2)));
        System.out.println(await(figures));
        return null;
    }

    @Suspendable
    static Coroutine<Integer> figure(int value) {
        return Coroutine.of(await(EventLoop.sleep(LONG, value)));
    }

    @Suspendable
    static Coroutine<Void> after(List<Task<Void>> tasks, int other) {
        await(tasks.get(other));
        return null;
    }
}
