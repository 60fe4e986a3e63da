package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests to cancel that pass through many tasks. */
class ChainsOfTasksTest {
    @LoopTest(seeds = 1)
    void a_request_passes_through_a_chain_that_is_longer_than_the_stack_is_deep(TestLoop test) {
        test.run(() -> {
            EventLoop loop = EventLoop.current();
            Task<Void> last = loop.spawn(EventLoop.sleep(Duration.ofHours(1)));
            for (int i = 0; i < 100_000; i++) {
                last = loop.spawn(Programs.waitFor(last));
            }
            await(EventLoop.sleep(Programs.SECOND));
            last.cancel("all the way");
            await(EventLoop.sleep(Programs.SECOND));
            assertTrue(last.isCancelled());
            assertEquals(List.of(Task.current()), loop.tasks());
            return null;
        });
    }

    @Suspendable
    private static Coroutine<Void> awaiting(List<Task<Void>> ring, int index) {
        await(ring.get(index));
        return null;
    }

    @LoopTest
    void tasks_that_await_each_other_in_a_ring_are_all_cancelled(TestLoop test) {
        test.run(() -> {
            EventLoop loop = EventLoop.current();
            List<Task<Void>> ring = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                ring.add(loop.spawn(awaiting(ring, (i + 1) % 3)));
            }
            Task<Void> outside = loop.spawn(awaiting(ring, 1));
            await(EventLoop.sleep(Programs.SECOND));
            outside.cancel("deadlock");
            await(EventLoop.sleep(Programs.SECOND));
            assertTrue(outside.isCancelled());
            assertTrue(ring.stream().allMatch(Task::isCancelled));
            assertEquals(List.of(1, 1, 1), ring.stream().map(Task::cancelling).toList());
            return null;
        });
    }
}
