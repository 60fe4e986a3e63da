package dev.fermata.testkit.junit;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.TaskOrder;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The annotation as it is meant to be used. */
class LoopTestTest {
    private static final List<TestLoop> SEEN = new ArrayList<>();

    private final TestLoop loop;
    private final List<String> trace = new ArrayList<>();

    LoopTestTest(TestLoop loop) {
        this.loop = loop;
    }

    @BeforeEach
    void same_loop_before(TestLoop before) {
        assertSame(loop, before);
        before.loop().callLater(Duration.ofSeconds(1), () -> trace.add("set before"));
    }

    @AfterEach
    void time_is_still_known_after(VirtualClock clock) {
        assertSame(loop.clock(), clock);
    }

    @Suspendable
    private static Coroutine<String> slowly(String result) {
        await(EventLoop.sleep(Duration.ofHours(1)));
        return Coroutine.of(result);
    }

    @LoopTest
    void an_hour_takes_no_time(EventLoop events, TaskOrder order) {
        assertSame(loop.loop(), events);
        String result = loop.run(() -> Coroutine.of(await(slowly("done"))));
        assertEquals("done", result);
        assertEquals(Duration.ofHours(1), loop.elapsed());
        assertEquals(List.of("set before"), trace);
        assertEquals("by arrival", order.toString()); // one task, so one order
    }

    @LoopTest(seeds = 5)
    void each_order_has_an_instance_and_a_loop_of_its_own() {
        SEEN.forEach(other -> assertNotSame(other, loop));
        SEEN.add(loop);
        loop.run(() -> {
            EventLoop.current().spawn(slowly("a"));
            EventLoop.current().spawn(slowly("b"));
            await(EventLoop.sleep(Duration.ofHours(2)));
            return null;
        });
        assertTrue(SEEN.size() <= 5);
    }

    @LoopTest(seed = 7, startNanos = Long.MAX_VALUE)
    void a_seed_and_a_start_can_be_chosen(TaskOrder order) {
        assertEquals("order seed 0x7", order.toString());
        assertEquals(Long.MAX_VALUE, loop.clock().nanos());
        loop.run(() -> slowly(null));
        assertEquals(
                Long.MAX_VALUE + Duration.ofHours(1).toNanos(), loop.clock().nanos());
        assertEquals(Duration.ofHours(1), loop.elapsed());
    }

    @LoopTest(leftovers = true)
    void leftovers_can_be_allowed() {
        loop.loop().spawn(slowly("left"));
    }
}
