package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests to cancel that pass through many tasks. */
class ChainsOfTasksTest {
    private final EventLoop loop = new EventLoop(new JumpingClock());

    @Test
    void a_request_passes_through_a_chain_that_is_longer_than_the_stack_is_deep() {
        Task<?> last = loop.spawn(EventLoop.sleep(Duration.ofHours(1)));
        for (int i = 0; i < 100_000; i++) {
            Task<?> awaited = last;
            last = loop.spawn(ScriptedCoroutine.of(value -> value, () -> awaited));
        }
        Task<?> first = last;
        loop.callLater(Duration.ofSeconds(1), () -> first.cancel("all the way"));
        loop.callLater(Duration.ofSeconds(2), loop::stop);
        loop.runForever();
        assertTrue(first.isCancelled());
        assertEquals(List.of(), loop.tasks());
        loop.close();
    }

    @Test
    void tasks_that_await_each_other_in_a_ring_are_all_cancelled() {
        List<Task<?>> ring = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int next = (i + 1) % 3;
            Coroutine<Object> waiting = ScriptedCoroutine.of(value -> value, () -> ring.get(next));
            ring.add(loop.spawn(waiting));
        }
        Task<?> outside = loop.spawn(ScriptedCoroutine.of(value -> value, () -> ring.get(1)));
        loop.callLater(Duration.ofSeconds(1), () -> outside.cancel("deadlock"));
        loop.callLater(Duration.ofSeconds(2), loop::stop);
        loop.runForever();
        assertTrue(outside.isCancelled());
        assertTrue(ring.stream().allMatch(Task::isCancelled));
        assertEquals(List.of(1, 1, 1), ring.stream().map(Task::cancelling).toList());
        loop.close();
    }
}
