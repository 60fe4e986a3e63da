package dev.fermata.tests.threads;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Threads hammer loops with callbacks, coroutines and cancellations. Each gets an answer for all that it has asked, so a
 * wake-up that is lost leaves the test waiting; between bursts the loops go to sleep.
 */
@Timeout(600)
class SoakTest {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final int LOOPS = 3;
    private static final int THREADS = 4;
    private static final int REQUESTS = 2_000;

    @Test
    void loops_on_threads_of_their_own_answer_everything() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            List<LoopThread> threads = new ArrayList<>();
            for (int i = 0; i < LOOPS; i++) {
                threads.add(LoopThread.start(task -> new Thread(task, "loop")));
            }
            hammer(threads.stream().map(LoopThread::loop).toList());
            threads.forEach(LoopThread::close);
        }
    }

    @Test
    void hosted_loops_answer_everything() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ExecutorService host = Executors.newSingleThreadExecutor();
            List<EventLoop> loops = new ArrayList<>();
            for (int i = 0; i < LOOPS; i++) {
                loops.add(EventLoop.on(host));
            }
            hammer(loops);
            for (EventLoop loop : loops) {
                host.submit(loop::close).get();
            }
            host.shutdown();
        }
    }

    private static void hammer(List<EventLoop> loops) throws InterruptedException {
        AtomicInteger answers = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            EventLoop loop = loops.get(i % loops.size());
            Thread thread = new Thread(() -> ask(loop, answers), "asker");
            thread.setUncaughtExceptionHandler((dead, failure) -> {
                synchronized (failures) {
                    failures.add(failure);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), failures);
        assertEquals(THREADS * REQUESTS, answers.get());
    }

    private static void ask(EventLoop loop, AtomicInteger answers) {
        for (int i = 0; i < REQUESTS; i++) {
            CompletableFuture<Integer> answer;
            int value = i;
            switch (i % 4) {
                case 0 -> {
                    answer = new CompletableFuture<>();
                    CompletableFuture<Integer> asked = answer;
                    loop.callSoonThreadsafe(() -> asked.complete(value));
                }
                case 1 -> answer = loop.submit(delayed(value));
                case 2 -> answer = loop.submit(offloaded(value));
                default -> {
                    CompletableFuture<Integer> cancelled = loop.submit(endless());
                    cancelled.cancel(false);
                    answer = loop.submit(delayed(value));
                }
            }
            if (answer.join() == value) {
                answers.incrementAndGet();
            }
        }
    }

    @Suspendable
    private static Coroutine<Integer> delayed(int value) {
        await(EventLoop.sleep(value % 64 == 1 ? Duration.ofMillis(1) : Duration.ZERO));
        return Coroutine.of(value);
    }

    @Suspendable
    private static Coroutine<Integer> offloaded(int value) {
        return Coroutine.of(await(EventLoop.current().<Integer>offload(() -> value)));
    }

    @Suspendable
    private static Coroutine<Integer> endless() {
        await(EventLoop.sleep(Duration.ofHours(1)));
        return Coroutine.of(-1);
    }
}
