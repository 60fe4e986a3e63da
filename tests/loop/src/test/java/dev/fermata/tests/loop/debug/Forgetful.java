package dev.fermata.tests.loop.debug;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.sync.Lock;
import dev.fermata.tasks.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A program that forgets to await, for a JVM of its own: prints the reports of that, in order, and ends when there are as many
 * as it is told to expect, or after a while.
 */
@SuppressDiagnostics("FERMATA-020") // weaving finds those that are dropped at once, too
final class Forgetful {
    private static final int COLLECTIONS = 100;

    private Forgetful() {}

    public static void main(String... arguments) {
        int expected = Integer.parseInt(arguments[0]);
        Reports reports = new Reports(); // not closed: what is being logged at that moment would be printed, too
        forgets();
        EventLoop.run(forgetsToo());
        List<String> told = new ArrayList<>(reports.taken());
        for (int i = 0; i < COLLECTIONS && told.size() < expected; i++) {
            System.gc();
            takeNext(reports, told);
        }
        told.sort(null);
        told.forEach(System.out::println);
    }

    /** Reports come from another thread, some time after the collection. */
    private static void takeNext(Reports reports, List<String> told) {
        String next = reports.poll(Duration.ofMillis(100));
        if (next != null) {
            told.add(next);
            told.addAll(reports.taken());
        }
    }

    private static void forgets() {
        saves(1); // forgets a method
        generates(); // may be forgotten
        finishes().close();
    }

    @Suspendable
    private static Coroutine<Void> forgetsToo() {
        await(calls());
        await(TaskGroup.run(group -> saves(2))); // awaited by the group
        Function<String, Coroutine<String>> lambda = text -> {
            await(EventLoop.sleep(Duration.ZERO));
            return Coroutine.of(text);
        };
        lambda.apply("x"); // forgets a lambda
        EventLoop.current().spawn(saves(3));
        return null;
    }

    @Suspendable
    private static Coroutine<Void> calls() {
        await(EventLoop.sleep(Duration.ZERO));
        EventLoop.sleep(Duration.ofSeconds(1)); // forgets to sleep
        new Lock().acquire(); // forgets to lock
        return null;
    }

    @Suspendable
    private static Coroutine<Integer> saves(int what) {
        await(EventLoop.sleep(Duration.ZERO));
        return Coroutine.of(what);
    }

    @Suspendable
    private static Coroutine<Integer> finishes() {
        return Coroutine.of(1);
    }

    @Suspendable
    private static Generator<Integer, Void, Void> generates() {
        Generator.yield(1);
        return null;
    }
}
