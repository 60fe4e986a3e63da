package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ParkingTest {
    private final List<String> events = new ArrayList<>();

    /** Notes what it is told. */
    private final class Slot extends Parking {
        private final Object now;
        private final boolean keeps;

        Slot(Object now, boolean keeps) {
            this.now = now;
            this.keeps = keeps;
        }

        @Override
        protected Object attempt() {
            if (now instanceof RuntimeException failure) {
                throw failure;
            }
            return now == null ? LATER : now;
        }

        @Override
        protected void abandoned() {
            events.add("abandoned");
        }

        @Override
        protected boolean isKept() {
            events.add("asked");
            return keeps;
        }

        @Override
        protected String method() {
            return "Slot.await";
        }
    }

    /** Lets a task await the slot, and something happen to both in the turn after that; gives the task when it has ended. */
    private static Task<Object> await(Slot slot, Consumer<Task<?>> meanwhile) {
        try (EventLoop loop = new EventLoop(new JumpingClock())) {
            loop.setExceptionHandler(failure -> {}); // the test asks the task itself, later
            Task<Object> task = loop.spawn(slot.coroutine());
            loop.callSoon(() -> meanwhile.accept(task));
            loop.runUntilComplete(EventLoop.sleep(Duration.ofHours(1)));
            return task;
        }
    }

    @Test
    void what_can_be_had_at_once_does_not_park() {
        assertEquals(
                "now",
                await(new Slot("now", false), task -> assertTrue(task.isDone())).result());
        Task<Object> failed = await(new Slot(new ArithmeticException(), false), task -> assertTrue(task.isDone()));
        assertTrue(failed.failure() instanceof ArithmeticException);
    }

    @Test
    void is_woken_with_a_value_or_an_exception() {
        Slot slot = new Slot(null, false);
        Task<Object> task = await(slot, parked -> {
            assertTrue(slot.isParked());
            slot.unpark("later");
            assertFalse(slot.isParked());
            assertFalse(parked.isDone());
            assertThrows(IllegalStateException.class, () -> slot.unpark("again"));
        });
        assertEquals("later", task.result());
        Slot failing = new Slot(null, false);
        Throwable failure = await(failing, parked -> failing.unparkRaising(new ArithmeticException()))
                .failure();
        assertTrue(failure instanceof ArithmeticException);
        assertEquals(List.of(), events);
    }

    @Test
    void is_abandoned_by_a_cancelled_task() {
        Slot slot = new Slot(null, true);
        Task<Object> task = await(slot, parked -> {
            parked.cancel("enough");
            assertEquals(List.of("abandoned"), events); // at once, not when the task runs
            assertFalse(slot.isParked());
        });
        assertEquals("enough", assertThrows(Cancellation.class, task::result).reason());
        assertEquals(List.of("abandoned"), events);
    }

    @Test
    void passes_on_what_comes_too_late() {
        Slot slot = new Slot(null, false);
        Task<Object> task = await(slot, parked -> {
            slot.unpark("late");
            parked.cancel();
        });
        assertTrue(task.isCancelled());
        assertEquals(List.of("asked"), events);
    }

    @Test
    void a_failure_is_not_passed_on() {
        Slot slot = new Slot(null, true);
        Task<Object> task = await(slot, parked -> {
            slot.unparkRaising(new ArithmeticException());
            parked.cancel();
        });
        assertTrue(task.isCancelled());
        assertEquals(List.of(), events);
    }

    @Test
    void what_is_kept_counts_and_the_cancellation_comes_at_the_next_suspension_point() {
        Slot slot = new Slot(null, true);
        Coroutine<Object> body = ScriptedCoroutine.of(
                last -> events.add("not cancelled"),
                slot::coroutine,
                () -> Coroutine.of(events.add("goes on")),
                () -> EventLoop.sleep(Duration.ZERO));
        try (EventLoop loop = new EventLoop(new JumpingClock())) {
            Task<Object> task = loop.spawn(body);
            loop.callSoon(() -> {
                slot.unpark("kept");
                task.cancel("later");
                assertEquals(1, task.cancelling());
            });
            assertEquals(
                    "later",
                    assertThrows(Cancellation.class, () -> loop.runUntilComplete(task))
                            .reason());
            assertEquals(1, task.cancelling());
        }
        assertEquals(List.of("asked", "goes on"), events);
    }

    @Test
    void what_is_woken_before_it_is_parked_does_not_wait() {
        Slot slot = new Slot(null, false);
        try (EventLoop loop = new EventLoop(new JumpingClock())) {
            slot.unpark("early");
            assertEquals("early", loop.runUntilComplete(slot.<Object>coroutine()));
        }
    }

    @Test
    void is_abandoned_when_its_loop_is_closed() {
        Slot slot = new Slot(null, false);
        try (EventLoop loop = new EventLoop(new JumpingClock())) {
            loop.spawn(slot.coroutine());
            loop.runUntilComplete(EventLoop.sleep(Duration.ZERO));
        }
        assertEquals(List.of("abandoned"), events);
    }

    @Test
    void another_thread_cannot_wake_it() {
        Slot slot = new Slot(null, false);
        await(slot, parked -> {
            AtomicReference<Throwable> refused = new AtomicReference<>();
            Thread other = new Thread(() -> {
                try {
                    slot.unpark("from afar");
                } catch (IllegalStateException expected) {
                    refused.set(expected);
                }
            });
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            assertTrue(refused.get().getMessage().contains("callSoonThreadsafe"), String.valueOf(refused.get()));
            assertTrue(slot.isParked());
            slot.unpark("from here");
        });
    }

    @Test
    void is_used_once() {
        Slot slot = new Slot("now", false);
        assertEquals("now", await(slot, task -> {}).result());
        Task<Object> again = await(slot, task -> {});
        assertTrue(again.failure() instanceof IllegalStateException);
        assertEquals(
                "coroutine Slot.await has been awaited before: make a new one for each wait",
                again.failure().getMessage());
    }
}
