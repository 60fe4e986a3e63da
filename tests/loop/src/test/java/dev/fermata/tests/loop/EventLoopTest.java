package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static dev.fermata.tests.loop.Programs.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Delegate;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.OutsideWork;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;

/** The loop at a glance; the other classes go into each subject. */
class EventLoopTest {
    private final List<String> trace = new ArrayList<>();
    private final TestLoop test;
    private final EventLoop loop;

    EventLoopTest(TestLoop test) {
        this.test = test;
        this.loop = test.loop();
    }

    @Suspendable
    private Coroutine<String> sleeper(String name, int... seconds) {
        for (int length : seconds) {
            trace.add(name + " sleeps " + length);
            await(EventLoop.sleep(Duration.ofSeconds(length)));
        }
        trace.add(name + " ends");
        return Coroutine.of(name);
    }

    @LoopTest(startNanos = Long.MAX_VALUE - 5, seeds = 1)
    void tasks_interleave_by_their_timers() {
        String result = test.run(() -> {
            Task<String> a = loop.spawn(sleeper("a", 1, 3));
            Task<String> b = loop.spawn(sleeper("b", 2, 3));
            return Coroutine.of(await(a) + await(b));
        });
        assertEquals("ab", result);
        assertEquals(List.of("a sleeps 1", "b sleeps 2", "a sleeps 3", "b sleeps 3", "a ends", "b ends"), trace);
        assertEquals(Duration.ofSeconds(5), test.elapsed());
    }

    @LoopTest
    void a_sleep_gives_its_value() {
        assertEquals("awake", test.<String>run(() -> EventLoop.sleep(SECOND, "awake")));
        assertEquals("at once", test.<String>run(() -> EventLoop.sleep(Duration.ofSeconds(-1), "at once")));
        assertEquals(SECOND, test.elapsed());
    }

    @LoopTest
    @Tag("G14")
    void a_failure_is_thrown_as_it_is_at_every_join() {
        Exception failure = new Exception("checked");
        Task<Void> task = loop.spawn(Programs.failing(failure));
        assertSame(failure, assertThrows(Exception.class, () -> test.run(() -> Programs.waitFor(task))));
        assertSame(failure, assertThrows(Exception.class, () -> test.run(() -> Programs.waitFor(task))));
        assertSame(failure, assertThrows(Exception.class, task::result));
        assertSame(failure, task.failure());
    }

    @LoopTest
    @Tag("G6")
    void another_thread_wakes_a_loop_that_waits() throws InterruptedException {
        Promise<String> promise = new Promise<>(loop);
        CountDownLatch isWaiting = new CountDownLatch(1);
        OutsideWork work = loop.expectOutsideWork();
        List<Throwable> refused = new ArrayList<>();
        Thread other = new Thread(() -> {
            try (work) {
                isWaiting.await();
                refused.add(assertThrows(IllegalStateException.class, () -> loop.callSoon(() -> {})));
                loop.callSoonThreadsafe(
                        () -> promise.complete("on " + Thread.currentThread().getName()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the loop then tells of its deadlock
            }
        });
        other.start();
        loop.callSoon(isWaiting::countDown);
        assertEquals("on " + Thread.currentThread().getName(), test.run(() -> Programs.waitFor(promise)));
        other.join();
        assertEquals(1, refused.size());
    }

    @LoopTest(seeds = 1)
    void a_promise_wakes_its_waiters_in_order_and_does_not_suspend_once_done() {
        Promise<String> promise = new Promise<>(loop);
        for (String name : List.of("1", "2")) {
            loop.spawn(waiter(name, promise));
        }
        loop.callLater(SECOND, () -> promise.complete("!"));
        test.run(() -> sleeper("main", 2));
        assertEquals(List.of("main sleeps 2", "1!", "2!", "main ends"), trace);
        Coroutine<String> late = Programs.waitFor(promise);
        StopIteration end = assertThrows(StopIteration.class, () -> late.send(null));
        assertEquals("!", end.value());
    }

    @Suspendable
    private Coroutine<Void> waiter(String name, Promise<String> promise) {
        trace.add(name + await(promise));
        return null;
    }

    @LoopTest
    void what_the_loop_does_not_understand_is_refused_where_it_is_awaited() {
        Awaitable<Void> odd = () -> Delegate.of(List.of("a trap of my own").iterator());
        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, () -> test.run(() -> Programs.waitFor(odd)));
        assertTrue(refusal.getMessage().contains("suspended with a java.lang.String"), refusal.getMessage());
        assertFalse(loop.isRunning());
    }
}
