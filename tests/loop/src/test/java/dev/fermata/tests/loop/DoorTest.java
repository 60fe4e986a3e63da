package dev.fermata.tests.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.loop.EventLoop;
import dev.fermata.loop.OutsideWork;
import dev.fermata.loop.Promise;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What other threads bring in. */
class DoorTest {
    private final List<String> trace = new ArrayList<>();

    @LoopTest
    void what_was_brought_before_the_loop_ran_comes_in_with_the_first_turn_in_order(TestLoop test) throws Exception {
        EventLoop loop = test.loop();
        Thread other = new Thread(() -> {
            for (int i = 0; i < 3; i++) {
                int number = i;
                loop.callSoonThreadsafe(() -> trace.add("" + number));
            }
        });
        other.start();
        other.join();
        test.run(() -> Programs.turns(1));
        assertEquals(List.of("0", "1", "2"), trace);
        assertThrows(NullPointerException.class, () -> loop.callSoonThreadsafe(null));
    }

    @Test
    void nothing_that_many_threads_bring_is_lost_and_each_ones_order_is_kept() throws Exception {
        int threads = 4;
        int each = 20_000;
        try (EventLoop loop = new EventLoop()) {
            Promise<Void> all = new Promise<>(loop);
            int[] next = new int[threads];
            int[] left = {threads * each};
            List<Thread> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int mine = i;
                running.add(new Thread(() -> {
                    for (int k = 0; k < each; k++) {
                        int number = k;
                        loop.callSoonThreadsafe(() -> {
                            assertEquals(number, next[mine]++);
                            if (--left[0] == 0) {
                                all.complete(null);
                            }
                        });
                    }
                }));
            }
            List<String> failures = new ArrayList<>();
            loop.setExceptionHandler(failure -> failures.add(failure.toString()));
            running.forEach(Thread::start);
            loop.runUntilComplete(all);
            for (Thread thread : running) {
                thread.join();
            }
            assertEquals(List.of(), failures);
        }
    }

    /** Each side waits for the other, so each wake-up that got lost would hang the test. */
    @Test
    void a_loop_that_is_about_to_wait_is_woken() throws Exception {
        int rounds = 5_000;
        try (EventLoop loop = new EventLoop()) {
            Promise<Void> over = new Promise<>(loop);
            AtomicInteger round = new AtomicInteger();
            Thread other = new Thread(() -> {
                for (int i = 1; i <= rounds; i++) {
                    loop.callSoonThreadsafe(round::incrementAndGet);
                    while (round.get() < i) {
                        Thread.onSpinWait();
                    }
                }
                loop.callSoonThreadsafe(() -> over.complete(null));
            });
            other.start();
            loop.runUntilComplete(over);
            other.join();
            assertEquals(rounds, round.get());
        }
    }

    @Test
    void a_loop_that_closes_meanwhile_refuses_or_drops_but_does_not_hang() throws Exception {
        for (int i = 0; i < 200; i++) {
            EventLoop loop = new EventLoop();
            CountDownLatch ready = new CountDownLatch(1);
            AtomicInteger accepted = new AtomicInteger();
            List<Throwable> refusals = new ArrayList<>();
            Thread other = new Thread(() -> {
                ready.countDown();
                try {
                    for (; ; ) {
                        loop.callSoonThreadsafe(() -> {});
                        accepted.incrementAndGet();
                    }
                } catch (Throwable refusal) {
                    refusals.add(refusal);
                }
            });
            other.start();
            ready.await();
            loop.close();
            other.join();
            assertEquals("the event loop is closed", refusals.get(0).getMessage());
        }
    }

    @LoopTest
    void a_clock_that_jumps_does_not_while_somebody_is_expected(TestLoop test) throws Exception {
        EventLoop loop = test.loop();
        OutsideWork one = loop.expectOutsideWork();
        OutsideWork two = loop.expectOutsideWork();
        List<Long> times = new ArrayList<>();
        Thread other = new Thread(() -> {
            loop.callSoonThreadsafe(() -> times.add(loop.time()));
            one.close();
            one.close(); // once only
            loop.callSoonThreadsafe(() -> times.add(loop.time()));
            two.close();
        });
        loop.callSoon(other::start);
        test.run(() -> EventLoop.sleep(Programs.SECOND));
        other.join();
        assertEquals(List.of(0L, 0L), times);
        assertEquals(Programs.SECOND, test.elapsed());
    }
}
