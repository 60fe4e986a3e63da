package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static dev.fermata.tests.loop.Programs.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.loop.EventLoop;
import dev.fermata.loop.TimerHandle;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

class TimersTest {
    private final List<String> trace = new ArrayList<>();
    private final TestLoop test;
    private final EventLoop loop;

    TimersTest(TestLoop test) {
        this.test = test;
        this.loop = test.loop();
    }

    private record Entry(long delay, int number, TimerHandle timer) {}

    @LoopTest
    void timers_of_the_same_moment_run_in_the_order_they_were_set() {
        for (String name : List.of("1", "2", "3")) {
            loop.callLater(SECOND, () -> trace.add(name));
        }
        loop.callAt(loop.time() + SECOND.toNanos(), () -> trace.add("4"));
        test.run(() -> EventLoop.sleep(SECOND));
        assertEquals(List.of("1", "2", "3", "4"), trace);
    }

    @LoopTest(startNanos = Long.MAX_VALUE - 50)
    void any_mixture_of_setting_and_cancelling_keeps_the_order_across_the_wrap_of_the_clock() {
        SplittableRandom random = new SplittableRandom(5);
        List<Entry> entries = new ArrayList<>();
        List<Integer> fired = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            int number = i;
            long delay = random.nextInt(100);
            TimerHandle timer = loop.callLater(Duration.ofNanos(delay), () -> fired.add(number));
            assertEquals(loop.time() + delay, timer.deadline());
            entries.add(new Entry(delay, number, timer));
            if (random.nextInt(3) == 0) {
                entries.remove(random.nextInt(entries.size())).timer().cancel();
            }
        }
        assertEquals(entries.size(), loop.statistics().timers());
        test.run(() -> EventLoop.sleep(Duration.ofNanos(100)));
        entries.sort(Comparator.comparingLong(Entry::delay).thenComparingInt(Entry::number));
        assertEquals(entries.stream().map(Entry::number).toList(), fired);
    }

    @LoopTest
    void a_timer_that_is_cancelled_leaves_at_once() {
        List<TimerHandle> timers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            timers.add(loop.callLater(Duration.ofHours(i), () -> trace.add("never")));
        }
        assertEquals(1000, loop.statistics().timers());
        timers.forEach(TimerHandle::cancel);
        assertEquals(0, loop.statistics().timers());
        timers.forEach(TimerHandle::cancel); // no matter
        assertTrue(timers.get(0).isCancelled());
        test.run(() -> EventLoop.sleep(Duration.ofDays(365)));
        assertEquals(List.of(), trace);
    }

    @LoopTest
    void a_timer_can_be_cancelled_by_another_of_the_same_moment() {
        TimerHandle[] second = new TimerHandle[1];
        loop.callLater(SECOND, () -> {
            trace.add("first");
            second[0].cancel();
        });
        second[0] = loop.callLater(SECOND, () -> trace.add("second"));
        test.run(() -> EventLoop.sleep(SECOND));
        assertEquals(List.of("first"), trace);
    }

    @LoopTest
    void the_time_of_a_timer_is_exact() {
        List<Long> times = new ArrayList<>();
        loop.callLater(Duration.ofNanos(1), () -> times.add(loop.time()));
        loop.callLater(Duration.ofNanos(1_000_001), () -> times.add(loop.time()));
        test.run(() -> EventLoop.sleep(SECOND));
        assertEquals(List.of(1L, 1_000_001L), times);
    }

    @LoopTest(startNanos = -3)
    void no_delay_is_too_long_and_none_too_short() {
        TimerHandle longest = loop.callLater(Duration.ofSeconds(Long.MAX_VALUE), () -> trace.add("longest"));
        loop.callLater(Duration.ofSeconds(Long.MIN_VALUE), () -> trace.add("negative"));
        loop.callLater(Duration.ofDays(365 * 100), () -> trace.add("century"));
        loop.callAt(-100, () -> trace.add("past"));
        test.run(() -> EventLoop.sleep(SECOND));
        assertEquals(List.of("negative", "past"), trace);
        test.run(() -> EventLoop.sleep(Duration.ofDays(365 * 140)));
        assertEquals(List.of("negative", "past", "century"), trace);
        assertFalse(longest.isCancelled());
        longest.cancel();
    }

    @LoopTest
    void a_sleep_that_is_cancelled_takes_its_timer_along() {
        test.run(() -> {
            var sleeping = loop.spawn(EventLoop.sleep(Duration.ofHours(1)));
            await(Programs.turns(2));
            assertEquals(1, loop.statistics().timers());
            sleeping.cancel();
            assertEquals(0, loop.statistics().timers());
            await(Programs.turns(3));
            assertTrue(sleeping.isCancelled());
            return null;
        });
        assertEquals(Duration.ZERO, test.elapsed());
    }
}
