package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.State;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.VirtualClock;
import dev.fermata.testkit.junit.LoopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Who may run a loop, where and when, and how it is stopped. */
class RunningTest {
    private final List<String> trace = new ArrayList<>();

    private static String refused(Executable what) {
        return assertThrows(IllegalStateException.class, what).getMessage();
    }

    private static <T> T onAnotherThread(Callable<T> what) throws Exception {
        FutureTask<T> task = new FutureTask<>(what);
        Thread thread = new Thread(task, "another");
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            thread.join();
        }
    }

    @Test
    void run_makes_a_loop_and_closes_it() {
        EventLoop[] used = new EventLoop[1];
        assertEquals("result", EventLoop.<String>run(Programs.waitFor(remember(used))));
        assertTrue(used[0].isClosed());
        assertFalse(used[0].isRunning());
        IllegalStateException boom = new IllegalStateException("boom");
        assertSame(boom, assertThrows(IllegalStateException.class, () -> EventLoop.run(Programs.failing(boom))));
    }

    @dev.fermata.Suspendable
    private static Coroutine<String> remember(EventLoop[] used) {
        used[0] = EventLoop.current();
        await(Programs.turn());
        return Coroutine.of("result");
    }

    @LoopTest
    void the_loop_that_runs_here_is_known_here_alone(TestLoop test) throws Exception {
        assertNull(EventLoop.currentOrNull());
        assertTrue(refused(EventLoop::current).contains("no event loop runs on this thread"));
        assertTrue(refused(Task::current).contains("no event loop runs on this thread"));
        EventLoop[] elsewhere = new EventLoop[1];
        test.run(() -> {
            assertSame(test.loop(), EventLoop.current());
            assertSame(test.loop(), EventLoop.currentOrNull());
            assertTrue(test.loop().isRunning());
            elsewhere[0] = onAnotherThread(EventLoop::currentOrNull);
            return null;
        });
        assertNull(elsewhere[0]);
        assertNull(EventLoop.currentOrNull());
    }

    @LoopTest
    void a_thread_runs_one_loop_at_a_time(TestLoop test) {
        EventLoop loop = test.loop();
        try (EventLoop other = new EventLoop(new VirtualClock())) {
            test.run(() -> {
                Coroutine<Void> nested = Programs.note(trace, "nested");
                String advice = "an event loop runs on this thread already: await the coroutine, or spawn it";
                assertEquals(advice, refused(() -> EventLoop.run(nested)));
                assertEquals(advice, refused(() -> loop.runUntilComplete(nested)));
                assertEquals(advice, refused(() -> other.runUntilComplete(nested)));
                assertEquals(advice, refused(loop::runForever));
                assertEquals(State.CREATED, nested.state());
                await(nested); // it has not been touched
                return null;
            });
        }
        assertEquals(List.of("nested"), trace);
    }

    @LoopTest
    void a_running_loop_belongs_to_its_thread(TestLoop test) {
        EventLoop loop = test.loop();
        Promise<Void> promise = new Promise<>(loop);
        Task<Void> waiting = loop.spawn("waiting", Programs.waitFor(promise));
        test.run(() -> {
            await(Programs.turn());
            List<Executable> calls = List.of(
                    () -> loop.callSoon(() -> {}),
                    () -> loop.callAt(0, () -> {}),
                    () -> loop.callLater(Programs.SECOND, () -> {}),
                    () -> loop.spawn(Programs.turn()),
                    () -> loop.spawnEagerly(Programs.turn()),
                    loop::stop,
                    loop::close,
                    loop::runForever,
                    () -> promise.complete(null),
                    () -> promise.fail(new Exception()),
                    promise::cancel,
                    () -> promise.onDone(done -> {}),
                    waiting::cancel);
            for (Executable call : calls) {
                onAnotherThread(() -> refused(call));
            }
            String message = onAnotherThread(() -> refused(() -> loop.callSoon(() -> {})));
            assertEquals(
                    "EventLoop.callSoon was called on another, but the loop runs on "
                            + Thread.currentThread().getName() + ": use callSoonThreadsafe",
                    message);
            promise.complete(null);
            await(waiting);
            return null;
        });
    }

    @LoopTest
    void stop_ends_the_turn_and_the_rest_goes_on_later(TestLoop test) {
        EventLoop loop = test.loop();
        loop.callSoon(() -> {
            loop.stop();
            trace.add("stopped");
            loop.callSoon(() -> trace.add("next turn"));
        });
        loop.callSoon(() -> trace.add("same turn"));
        loop.runForever();
        assertEquals(List.of("stopped", "same turn"), trace);
        loop.stop(); // before it runs: one turn
        loop.runForever();
        assertEquals(List.of("stopped", "same turn", "next turn"), trace);
    }

    @LoopTest
    void stopping_under_a_coroutine_is_told_and_it_can_be_finished(TestLoop test) {
        EventLoop loop = test.loop();
        Task<Void> task = loop.spawn("slow", EventLoop.sleep(Programs.SECOND));
        loop.callSoon(loop::stop);
        assertTrue(refused(() -> loop.runUntilComplete(task)).startsWith("the loop was stopped before the task slow"));
        loop.runUntilComplete(task);
        assertTrue(task.isDone());
        loop.runUntilComplete(task); // done already
    }

    @LoopTest
    void what_belongs_to_another_loop_is_not_run(TestLoop test) {
        try (EventLoop other = new EventLoop(new VirtualClock())) {
            Promise<Void> promise = new Promise<>(other);
            IllegalArgumentException refusal = assertThrows(
                    IllegalArgumentException.class, () -> test.loop().runUntilComplete(promise));
            assertEquals("the promise belongs to another loop", refusal.getMessage());
        }
    }

    @LoopTest
    void a_closed_loop_refuses_everything_and_touches_nothing(TestLoop test) {
        EventLoop loop = test.loop();
        Promise<Void> promise = new Promise<>(loop);
        loop.close();
        loop.close();
        Coroutine<Void> fresh = Programs.turn();
        for (Executable call : List.<Executable>of(
                () -> loop.callSoon(() -> {}),
                () -> loop.callAt(0, () -> {}),
                () -> loop.callSoonThreadsafe(() -> {}),
                () -> loop.submit(fresh),
                () -> loop.spawn(fresh),
                () -> loop.runUntilComplete(fresh),
                () -> promise.complete(null),
                loop::runForever)) {
            assertEquals("the event loop is closed", refused(call));
        }
        loop.stop(); // is no matter
        assertEquals(State.CREATED, fresh.state());
        assertTrue(loop.isClosed());
    }

    @LoopTest
    void an_interrupt_neither_ends_the_loop_nor_is_lost(TestLoop test) {
        Thread.currentThread().interrupt();
        try {
            test.run(() -> EventLoop.sleep(Programs.SECOND));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void an_interrupt_while_the_loop_waits_in_real_time_does_not_end_it() throws Exception {
        try (EventLoop loop = new EventLoop()) {
            Promise<String> promise = new Promise<>(loop);
            Thread runner = Thread.currentThread();
            Thread other = new Thread(() -> {
                runner.interrupt();
                loop.callSoonThreadsafe(() -> promise.complete("got on"));
            });
            loop.callSoon(other::start);
            assertEquals("got on", loop.runUntilComplete(promise));
            assertTrue(Thread.interrupted());
            other.join();
        }
    }

    @Test
    void a_loop_in_real_time_is_never_early() {
        try (EventLoop loop = new EventLoop()) {
            long before = loop.time();
            loop.runUntilComplete(EventLoop.sleep(java.time.Duration.ofNanos(1_500_000)));
            assertTrue(loop.time() - before >= 1_500_000);
        }
    }
}
