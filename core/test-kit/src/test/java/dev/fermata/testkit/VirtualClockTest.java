package dev.fermata.testkit;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    @LoopTest(startNanos = Long.MAX_VALUE - 1)
    void jumps_exactly_and_wraps(TestLoop loop) {
        List<Long> times = new ArrayList<>();
        for (int nanos : new int[] {1, 2, 3}) {
            loop.loop()
                    .callLater(
                            Duration.ofNanos(nanos),
                            () -> times.add(loop.clock().nanos()));
        }
        loop.run(() -> EventLoop.sleep(Duration.ofNanos(4)));
        assertEquals(List.of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1), times);
        assertEquals(Duration.ofNanos(4), loop.elapsed());
    }

    @LoopTest
    void a_step_can_take_time_and_make_timers_late(TestLoop loop) {
        List<Duration> times = new ArrayList<>();
        loop.run(() -> {
            loop.loop().callLater(Duration.ofSeconds(1), () -> times.add(loop.elapsed()));
            loop.clock().advance(Duration.ofSeconds(5));
            await(EventLoop.sleep(Duration.ofSeconds(1)));
            times.add(loop.elapsed());
            return null;
        });
        assertEquals(List.of(Duration.ofSeconds(5), Duration.ofSeconds(6)), times);
        assertThrows(IllegalArgumentException.class, () -> loop.clock().advance(Duration.ofNanos(-1)));
    }

    @Test
    void serves_a_loop_that_is_no_test_loop() {
        VirtualClock clock = new VirtualClock();
        try (EventLoop loop = new EventLoop(clock)) {
            loop.runUntilComplete(EventLoop.sleep(Duration.ofDays(365)));
        }
        assertEquals(Duration.ofDays(365), clock.elapsed());
    }

    /** Otherwise a loop whose work came back at the wrong moment would wait for it until its time is over. */
    @Test
    void whoever_has_woken_the_loop_before_it_waits_has_woken_it() throws IOException {
        Duration patience = Duration.ofSeconds(40);
        VirtualClock clock = new VirtualClock(0, patience);
        try (Selector selector = Selector.open()) {
            long start = System.nanoTime();
            selector.wakeup();
            clock.await(selector, -1, true);
            assertTrue(System.nanoTime() - start < patience.toNanos() / 2);
        }
    }
}
