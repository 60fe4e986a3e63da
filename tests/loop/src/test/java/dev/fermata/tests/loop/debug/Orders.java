package dev.fermata.tests.loop.debug;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The program of the page about debug mode, for a JVM of its own: prints what is reported of it. */
@SuppressDiagnostics({"FERMATA-021", "FERMATA-022"}) // weaving finds some of it, too
final class Orders {
    private static final int COLLECTIONS = 100;

    private Orders() {}

    @Suspendable
    static Coroutine<String> load(int id) {
        await(EventLoop.sleep(Duration.ofMillis(10)));
        return Coroutine.of("order " + id);
    }

    @Suspendable
    static Coroutine<Void> prefetch() {
        Coroutine<String> order = load(7);
        System.out.println("prefetched " + order);
        return null;
    }

    @Suspendable
    static Coroutine<Void> invoice(int id) {
        String order = await(load(id));
        render(order);
        await(load(id + 1));
        return null;
    }

    static void render(String order) {
        Mistakes.compute(Duration.ofMillis(150));
    }

    @Suspendable
    static Coroutine<Void> report() {
        await(invoice(8));
        return null;
    }

    @Suspendable
    static Coroutine<Void> backup() throws InterruptedException {
        await(load(9));
        Thread.sleep(2_000);
        return null;
    }

    @Suspendable
    static Coroutine<Void> poll() {
        while (true) {
            try {
                await(EventLoop.sleep(Duration.ofSeconds(1)));
            } catch (Cancellation stop) {
                return null;
            }
        }
    }

    @Suspendable
    static Coroutine<Void> day() throws InterruptedException {
        EventLoop loop = EventLoop.current();
        await(prefetch());
        await(loop.spawn("report", report()));
        await(loop.spawn("backup", backup()));
        Task<Void> poll = loop.spawn("poll", poll());
        await(load(10));
        poll.cancel("closing");
        return null;
    }

    public static void main(String... none) throws InterruptedException {
        List<String> told = new ArrayList<>();
        try (Reports reports = new Reports()) {
            EventLoop loop = new EventLoop();
            loop.runUntilComplete(day());
            loop.spawn("last", report());
            loop.runUntilComplete(load(11));
            loop.close();
            told.addAll(reports.taken());
            for (int i = 0; i < COLLECTIONS && told.stream().noneMatch(each -> each.contains("never awaited")); i++) {
                System.gc();
                String late = reports.poll(Duration.ofMillis(100));
                if (late != null) {
                    told.add(late);
                }
            }
        }
        told.forEach(System.out::println);
    }
}
