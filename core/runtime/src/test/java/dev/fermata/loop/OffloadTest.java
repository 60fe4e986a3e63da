package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.context.ContextVariable;
import dev.fermata.context.ThreadCarrier;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OffloadTest {
    private static final ContextVariable<String> USER = ContextVariable.withDefault("user", "nobody");
    private static final ThreadLocal<String> TRACE_ID = new ThreadLocal<>();

    private final EventLoop loop = new EventLoop(new JumpingClock());
    private final List<LoopFailure> reported = new ArrayList<>();

    /** What has been handed to an executor that waits to be told. */
    private final Deque<Runnable> queue = new ArrayDeque<>();

    OffloadTest() {
        loop.setExceptionHandler(reported::add);
    }

    @AfterEach
    void leave_nothing() {
        loop.shutDown();
        USER.set("nobody");
        TRACE_ID.remove();
    }

    private static String numberless(Thread thread) {
        return thread.getName().replaceAll("\\d+$", "N");
    }

    private static boolean isVirtual(Thread thread) {
        try {
            return (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
        } catch (ReflectiveOperationException e) {
            return false; // before Java 21
        }
    }

    @Test
    void work_runs_on_a_named_thread_that_keeps_nothing_alive_and_its_value_comes_back() {
        Thread worker = loop.runUntilComplete(loop.offload(Thread::currentThread));
        assertNotSame(Thread.currentThread(), worker);
        assertEquals("fermata-offload-N", numberless(worker));
        assertTrue(worker.isDaemon());
        assertEquals(Runtime.version().feature() >= 21, isVirtual(worker));
    }

    @Test
    void a_failure_comes_back_as_it_is() {
        IOException failure = new IOException("gone");
        Deferred<Object> failing = loop.offload(() -> {
            throw failure;
        });
        assertSame(failure, assertThrows(IOException.class, () -> loop.runUntilComplete(failing)));
    }

    @Test
    void a_cancellation_that_the_work_throws_cancels_the_result() {
        Deferred<Object> cancelled = loop.offload(() -> {
            throw new Cancellation("enough");
        });
        assertEquals(
                "enough",
                assertThrows(Cancellation.class, () -> loop.runUntilComplete(cancelled))
                        .reason());
        assertTrue(cancelled.isCancelled());
    }

    @Test
    void the_work_sees_the_context_of_who_asked_for_it_and_keeps_its_own_changes() {
        USER.set("alice");
        Deferred<String> seen = loop.offload(() -> {
            String before = USER.get();
            USER.set("mallory");
            return before;
        });
        USER.set("bob");
        assertEquals("alice", loop.runUntilComplete(seen));
        assertEquals("bob", USER.get());
    }

    @Test
    void what_carriers_carry_follows_the_work_and_is_taken_off_its_thread_again() {
        loop.carry(ThreadCarrier.of(TRACE_ID::get, TRACE_ID::set));
        TRACE_ID.set("4711");
        Deferred<String> carried = loop.offload(queue::add, TRACE_ID::get);
        TRACE_ID.set("other");
        CompletableFuture<String> after = new CompletableFuture<>();
        new Thread(() -> {
                    TRACE_ID.set("the worker's");
                    queue.poll().run();
                    after.complete(TRACE_ID.get());
                })
                .start();
        assertEquals("4711", loop.runUntilComplete(carried));
        assertEquals("the worker's", after.join());
    }

    @Test
    void work_whose_carrier_fails_fails() {
        loop.carry(ThreadCarrier.of(() -> "id", value -> {
            throw new IllegalArgumentException("no such id");
        }));
        Deferred<Object> work = loop.offload(queue::add, () -> "never");
        queue.poll().run();
        CompletableFuture<Object> result = work.toCompletableFuture();
        loop.callSoon(loop::stop);
        loop.runForever();
        loop.callSoon(loop::stop);
        loop.runForever();
        assertTrue(result.isCompletedExceptionally());
        assertEquals("no such id", work.failure().getMessage());
        assertEquals("a thread carrier failed", reported.get(0).message());
        reported.clear();
    }

    @Test
    void cancelling_interrupts_the_thread_and_those_who_wait_are_told_at_once() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Thread> interrupted = new CompletableFuture<>();
        Deferred<Object> work = loop.offload(() -> {
            begun.countDown();
            try {
                return new CompletableFuture<>().get();
            } catch (InterruptedException e) {
                interrupted.complete(Thread.currentThread());
                throw e;
            }
        });
        Task<Object> awaiting = loop.spawn(ScriptedCoroutine.of(value -> value, () -> work));
        loop.spawn(ScriptedCoroutine.of(
                value -> {
                    awaiting.cancel("too slow");
                    return null;
                },
                () -> loop.offload(() -> {
                    begun.await();
                    return null;
                })));
        assertEquals(
                "too slow",
                assertThrows(Cancellation.class, () -> loop.runUntilComplete(awaiting))
                        .reason());
        assertTrue(work.isCancelled());
        interrupted.join();
        loop.shutDown();
        assertEquals(List.of(), reported, "the failure is that of the interrupt");
    }

    @Test
    void work_that_is_cancelled_before_it_begins_never_does() {
        Deferred<Object> work = loop.offload(queue::add, () -> {
            throw new AssertionError("began");
        });
        assertTrue(work.cancel());
        queue.poll().run();
        loop.shutDown();
        assertEquals(List.of(), reported);
    }

    @Test
    void an_interrupt_does_not_hit_what_the_thread_does_next() {
        Deferred<Object>[] work = newArray(1);
        work[0] = loop.offload(queue::add, () -> {
            loop.callSoonThreadsafe(() -> work[0].cancel());
            loop.callSoonThreadsafe(loop::stop);
            loop.runForever(); // this thread stands for both
            return null;
        });
        queue.poll().run();
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> Deferred<T>[] newArray(int length) {
        return new Deferred[length];
    }

    @Test
    void a_late_failure_is_reported_and_a_late_value_dropped() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch cancelled = new CountDownLatch(1);
        Deferred<Object> failing = loop.offload(() -> {
            begun.countDown();
            awaitStubbornly(cancelled);
            throw new IOException("late");
        });
        Deferred<Object> succeeding = loop.offload(() -> {
            begun.countDown();
            awaitStubbornly(cancelled);
            return "late";
        });
        begun.await();
        failing.cancel();
        succeeding.cancel();
        cancelled.countDown();
        loop.shutDown();
        assertTrue(succeeding.isCancelled());
        assertEquals(1, reported.size());
        assertEquals("late", reported.get(0).error().getMessage());
        assertSame(failing, reported.get(0).source());
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        boolean interrupted = true;
        while (interrupted) {
            try {
                latch.await();
                interrupted = false;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    @Test
    void a_clock_that_jumps_stands_still_while_work_is_done() {
        CountDownLatch finish = new CountDownLatch(1);
        loop.callLater(Duration.ofHours(1), () -> {});
        long before = loop.time();
        Deferred<String> work = loop.offload(() -> {
            finish.await();
            return "done";
        });
        loop.callSoon(finish::countDown);
        assertEquals("done", loop.runUntilComplete(work));
        assertEquals(before, loop.time());
    }

    @Test
    void shutting_down_waits_for_work_that_nobody_awaits() {
        CountDownLatch shuttingDown = new CountDownLatch(1);
        Deferred<Object> work = loop.offload(() -> {
            shuttingDown.await();
            return null;
        });
        loop.spawn(ScriptedCoroutine.of(value -> value, () -> new Promise<>(loop)))
                .onDone(cancelled -> shuttingDown.countDown());
        loop.shutDown();
        assertTrue(loop.isClosed());
        assertNull(work.result());
        assertEquals(List.of(), reported);
    }

    @Test
    void work_that_outlasts_the_grace_is_reported_and_interrupted() throws InterruptedException {
        EventLoop realTime = new EventLoop();
        realTime.setExceptionHandler(reported::add);
        realTime.setShutdownGrace(Duration.ofMillis(1));
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Deferred<Object> work = realTime.offload(() -> {
            begun.countDown();
            try {
                return new CompletableFuture<>().get();
            } catch (InterruptedException e) {
                interrupted.complete(true);
                throw e;
            }
        });
        begun.await();
        realTime.shutDown();
        assertTrue(interrupted.join());
        assertFalse(work.isDone());
        assertEquals(1, reported.size());
        assertEquals(
                "offloaded work did not end within PT0.001S, and is interrupted",
                reported.get(0).message());
    }

    @Test
    void an_executor_of_the_users_own_does_the_work_and_its_refusal_is_thrown() {
        Deferred<String> work =
                loop.offload(queue::add, () -> Thread.currentThread().getName());
        Thread own = new Thread(queue.poll(), "own");
        own.start();
        assertEquals("own", loop.runUntilComplete(work));
        assertThrows(
                RejectedExecutionException.class,
                () -> loop.offload(
                        refused -> {
                            throw new RejectedExecutionException();
                        },
                        () -> null));
        loop.shutDown(); // does not wait for what was refused
    }

    @Test
    void a_closed_loop_and_another_thread_are_refused() {
        Coroutine<Object> main = ScriptedCoroutine.of(value -> value, () -> {
            CompletableFuture<Throwable> refused = new CompletableFuture<>();
            new Thread(() -> refused.complete(
                            assertThrows(IllegalStateException.class, () -> loop.offload(() -> "never"))))
                    .start();
            refused.join();
            return EventLoop.sleep(Duration.ZERO);
        });
        loop.runUntilComplete(main);
        loop.close();
        assertThrows(IllegalStateException.class, () -> loop.offload(() -> "never"));
    }
}
