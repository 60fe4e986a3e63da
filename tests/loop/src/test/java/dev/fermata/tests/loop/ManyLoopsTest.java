package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Loops are objects: each thread can have one, and they can talk. */
class ManyLoopsTest {
    @Suspendable
    private static Coroutine<Integer> sum(int from, int count) {
        EventLoop mine = EventLoop.current();
        List<Task<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(mine.spawn(later(from + i)));
        }
        int sum = 0;
        for (Task<Integer> task : tasks) {
            sum += await(task);
            assertSame(mine, EventLoop.current());
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Integer> later(int value) {
        for (int i = 0; i < value % 7; i++) {
            await(Programs.turn());
        }
        return Coroutine.of(value);
    }

    @Test
    void side_by_side_on_many_threads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int from = i;
                runs.add(() -> EventLoop.run(sum(from, 100)));
            }
            int i = 0;
            for (Future<Integer> result : threads.invokeAll(runs)) {
                assertEquals(100 * i++ + 99 * 50, result.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void one_after_the_other_on_the_same_thread() {
        for (int i = 0; i < 50; i++) {
            assertEquals(10 * i + 45, EventLoop.<Integer>run(sum(i, 10)));
        }
    }

    /** A ball that two loops throw each other through their doors. */
    @Test
    void talk_through_their_doors() throws Exception {
        try (EventLoop left = new EventLoop();
                EventLoop right = new EventLoop()) {
            Promise<Integer> over = new Promise<>(left);
            Thread other = new Thread(right::runForever);
            other.start();
            left.callSoon(() -> bounce(left, right, 0, over));
            assertEquals(1000, left.runUntilComplete(over));
            right.callSoonThreadsafe(right::stop);
            other.join();
        }
    }

    private static void bounce(EventLoop here, EventLoop there, int count, Promise<Integer> over) {
        assertSame(here, EventLoop.current());
        if (count == 1000) {
            over.complete(count);
        } else {
            there.callSoonThreadsafe(() -> bounce(there, here, count + 1, over));
        }
    }

    @Test
    void submit_work_to_each_other() throws Exception {
        try (EventLoop server = new EventLoop()) {
            Thread other = new Thread(server::runForever);
            other.start();
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                answers.add(server.submit(later(i)));
            }
            for (int i = 0; i < 100; i++) {
                assertEquals(i, answers.get(i).get());
            }
            server.callSoonThreadsafe(server::stop);
            other.join();
        }
    }
}
