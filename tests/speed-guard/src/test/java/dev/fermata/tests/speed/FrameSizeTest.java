package dev.fermata.tests.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import java.time.Duration;
import java.util.PrimitiveIterator;
import org.junit.jupiter.api.Test;

/** What a suspended method keeps on the heap, in bytes. */
class FrameSizeTest {
    private static final int TASKS = 1000;

    /** The state, two flags and two references of a frame, two flags and one reference of a generator, two ints, the unboxed int. */
    @Test
    void a_generator_of_objects_with_two_ints() {
        assertEquals(48, Footprint.of(Work.range(1).iterator().getClass()));
    }

    @Test
    void a_generator_of_ints_with_two_ints() {
        PrimitiveIterator.OfInt ints = Work.ints(1);
        assertEquals(48, Footprint.of(ints.getClass()));
    }

    @Test
    void a_coroutine_with_one_int() {
        assertEquals(32, Footprint.of(Work.same(1).getClass()));
    }

    /** The task has 56, its two frames 40 each with their arguments; to wait takes nothing more. */
    @Test
    void a_task_of_two_frames_that_waits() throws IllegalAccessException {
        assertEquals(136L * TASKS, waiting(2 * TASKS) - waiting(TASKS));
    }

    private static long waiting(int tasks) throws IllegalAccessException {
        try (EventLoop loop = new EventLoop(new JumpingClock())) {
            Promise<Void> gate = new Promise<>(loop);
            for (int i = 0; i < tasks; i++) {
                loop.spawn(outer(gate, i));
            }
            loop.runUntilComplete(EventLoop.sleep(Duration.ZERO));
            long bytes = Footprint.reachableFrom(gate, loop);
            gate.complete(null);
            loop.runUntilComplete(EventLoop.sleep(Duration.ZERO));
            return bytes;
        }
    }

    @Suspendable
    private static Coroutine<Integer> outer(Promise<Void> gate, int value) {
        return Coroutine.of(Coroutine.<Integer>await(inner(gate, value)) + 1);
    }

    @Suspendable
    private static Coroutine<Integer> inner(Promise<Void> gate, int value) {
        Coroutine.await(gate);
        return Coroutine.of(value);
    }
}
