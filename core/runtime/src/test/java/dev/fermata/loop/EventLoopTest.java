package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Delegate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private final List<String> trace = new ArrayList<>();
    private final EventLoop loop = new EventLoop(new JumpingClock());

    private Coroutine<Object> sleeper(String name, int... seconds) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        java.util.function.Supplier<Coroutine<Void>>[] steps = new java.util.function.Supplier[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            int length = seconds[i];
            steps[i] = () -> {
                trace.add(name + " sleeps " + length);
                return EventLoop.sleep(Duration.ofSeconds(length));
            };
        }
        return ScriptedCoroutine.of(
                value -> {
                    trace.add(name + " ends");
                    return name;
                },
                steps);
    }

    @Test
    void tasks_interleave_by_their_timers() {
        Coroutine<Object> main = ScriptedCoroutine.of(value -> value, () -> {
            loop.spawn(sleeper("a", 1, 3));
            return loop.spawn(sleeper("b", 2, 3));
        });
        long before = loop.time();
        assertEquals("b", loop.runUntilComplete(main));
        assertEquals(List.of("a sleeps 1", "b sleeps 2", "a sleeps 3", "b sleeps 3", "a ends", "b ends"), trace);
        assertEquals(Duration.ofSeconds(5).toNanos(), loop.time() - before);
    }

    @Test
    void timers_of_the_same_moment_run_in_the_order_they_were_set() {
        for (String name : List.of("1", "2", "3")) {
            loop.callLater(Duration.ofSeconds(1), () -> trace.add(name));
        }
        loop.callLater(Duration.ofSeconds(1), () -> trace.add("cancelled")).cancel();
        loop.runUntilComplete(sleeper("main", 2));
        assertEquals(List.of("main sleeps 2", "1", "2", "3", "main ends"), trace);
    }

    @Test
    void a_callback_that_adds_another_does_not_starve_timers() {
        Runnable[] again = new Runnable[1];
        boolean[] stop = new boolean[1];
        again[0] = () -> {
            if (!stop[0]) {
                loop.callSoon(again[0]);
            }
        };
        loop.callSoon(again[0]);
        loop.runUntilComplete(ScriptedCoroutine.of(
                value -> {
                    stop[0] = true;
                    return null;
                },
                () -> EventLoop.sleep(Duration.ZERO),
                () -> EventLoop.sleep(Duration.ZERO)));
        assertTrue(stop[0]);
    }

    @Test
    @Tag("G14")
    void a_failure_is_thrown_as_it_is_at_every_join() {
        Exception failure = new Exception("checked");
        Task<?>[] task = new Task<?>[1];
        Coroutine<Object> main = ScriptedCoroutine.of(value -> value, () -> {
            task[0] = loop.spawn(ScriptedCoroutine.of(value -> {
                throw EventLoopTest.<RuntimeException>sneak(failure);
            }));
            return task[0];
        });
        assertSame(failure, assertThrows(Exception.class, () -> loop.runUntilComplete(main)));
        assertSame(failure, assertThrows(Exception.class, task[0]::result));
        List<Throwable> reported = new ArrayList<>();
        loop.setExceptionHandler(told -> reported.add(told.error()));
        loop.close();
        assertEquals(List.of(), reported);
    }

    @Test
    void a_failure_nobody_awaited_is_reported_at_the_latest_when_the_loop_closes() {
        List<String> reported = new ArrayList<>();
        loop.setExceptionHandler(failure -> reported.add(failure.error().getMessage()));
        loop.runUntilComplete(ScriptedCoroutine.of(value -> value, () -> {
            loop.spawn(ScriptedCoroutine.of(value -> {
                throw new IllegalStateException("lost");
            }));
            return EventLoop.sleep(Duration.ofSeconds(1));
        }));
        loop.callSoon(() -> {
            throw new IllegalStateException("callback");
        });
        loop.runUntilComplete(sleeper("main", 1));
        loop.close();
        assertEquals(List.of("callback", "lost"), reported);
    }

    @Test
    void closing_ends_the_tasks_that_are_left_and_their_timers() {
        Coroutine<Object> left = sleeper("left", 100);
        loop.runUntilComplete(ScriptedCoroutine.of(value -> value, () -> {
            loop.spawn(left);
            return EventLoop.sleep(Duration.ofSeconds(1));
        }));
        loop.close();
        loop.close();
        assertEquals(dev.fermata.State.CLOSED, left.state());
        assertEquals(List.of("left sleeps 100"), trace);
        assertThrows(IllegalStateException.class, () -> loop.callSoon(() -> {}));
        assertThrows(IllegalStateException.class, () -> loop.callSoonThreadsafe(() -> {}));
    }

    @Test
    @Tag("G6")
    void another_thread_wakes_a_loop_that_waits() throws InterruptedException {
        try (EventLoop real = new EventLoop()) {
            Promise<String> promise = new Promise<>(real);
            CountDownLatch waiting = new CountDownLatch(1);
            Thread other = new Thread(() -> {
                try {
                    waiting.await();
                } catch (InterruptedException e) {
                    return;
                }
                assertThrows(IllegalStateException.class, () -> real.callSoon(() -> {}));
                real.callSoonThreadsafe(
                        () -> promise.complete("from " + Thread.currentThread().getName()));
            });
            other.start();
            Coroutine<Object> main = ScriptedCoroutine.of(value -> value, () -> {
                waiting.countDown();
                return promise;
            });
            assertEquals("from " + Thread.currentThread().getName(), real.runUntilComplete(main));
            other.join();
            assertThrows(IllegalStateException.class, () -> promise.complete("again"));
        }
    }

    @Test
    void a_promise_wakes_its_waiters_in_order_and_does_not_suspend_once_done() {
        Promise<String> promise = new Promise<>(loop);
        assertThrows(IllegalStateException.class, promise::result);
        for (String name : List.of("1", "2")) {
            loop.spawn(ScriptedCoroutine.of(value -> trace.add(name + value), () -> promise));
        }
        loop.callLater(Duration.ofSeconds(1), () -> promise.complete("!"));
        loop.runUntilComplete(sleeper("main", 2));
        assertEquals(List.of("main sleeps 2", "1!", "2!", "main ends"), trace);
        Coroutine<Object> late = ScriptedCoroutine.of(value -> value, () -> promise);
        assertEquals(
                "!",
                assertThrows(dev.fermata.StopIteration.class, () -> late.send(null))
                        .value());
    }

    @Test
    void a_loop_refuses_a_second_one_on_its_thread_and_unknown_traps() {
        assertThrows(IllegalStateException.class, EventLoop::current);
        loop.runUntilComplete(ScriptedCoroutine.of(value -> value, () -> {
            assertSame(loop, EventLoop.current());
            assertThrows(IllegalStateException.class, () -> EventLoop.run(sleeper("nested")));
            return EventLoop.sleep(Duration.ZERO);
        }));
        Awaitable<Void> odd = () -> Delegate.of(List.of("a trap of my own").iterator());
        Coroutine<Object> main = ScriptedCoroutine.of(value -> value, () -> odd);
        assertThrows(IllegalStateException.class, () -> loop.runUntilComplete(main));
        assertFalse(trace.contains("nested ends"));
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> X sneak(Throwable error) throws X {
        throw (X) error;
    }
}
