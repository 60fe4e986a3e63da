package dev.fermata.tests.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.util.List;

/** A failure that nobody asks about is told, once, and never dropped. */
class UnseenFailuresTest {
    private final IllegalStateException lost = new IllegalStateException("lost");
    private final TestLoop test;
    private final EventLoop loop;

    UnseenFailuresTest(TestLoop test) {
        this.test = test;
        this.loop = test.loop();
    }

    private List<LoopFailure> closeAndTake() {
        loop.close();
        return test.takeFailures();
    }

    @LoopTest
    void is_told_at_the_latest_when_the_loop_closes() {
        Task<Void> task = loop.spawn("worker", Programs.failing(lost));
        Promise<Void> promise = new Promise<>(loop);
        promise.fail(lost);
        test.run(() -> Programs.turns(3));
        assertEquals(List.of(), test.takeFailures());
        List<LoopFailure> failures = closeAndTake();
        assertEquals(2, failures.size());
        LoopFailure ofPromise = failures.get(0);
        LoopFailure ofTask = failures.get(1);
        assertSame(lost, ofTask.error());
        assertSame(task, ofTask.source());
        assertTrue(ofTask.message().startsWith("task worker of coroutine "), ofTask.message());
        assertTrue(ofTask.message().endsWith(" failed and nobody awaited it"), ofTask.message());
        assertSame(promise, ofPromise.source());
    }

    @LoopTest(seeds = 1)
    void is_told_when_the_task_is_dropped() {
        loop.spawn("dropped", Programs.failing(lost));
        test.run(() -> Programs.turns(3));
        List<LoopFailure> failures = List.of();
        long end = System.nanoTime() + 10_000_000_000L;
        while (failures.isEmpty() && System.nanoTime() - end < 0) {
            System.gc();
            test.run(() -> Programs.turns(1));
            failures = test.takeFailures();
        }
        assertEquals(List.of(lost), failures.stream().map(LoopFailure::error).toList());
        assertNull(failures.get(0).source());
        assertEquals(List.of(), closeAndTake());
    }

    @LoopTest
    void is_not_told_if_somebody_has_awaited_it_or_asked() {
        Task<Void> awaited = loop.spawn(Programs.failing(lost));
        Task<Void> asked = loop.spawn(Programs.failing(lost));
        Task<Void> thrown = loop.spawn(Programs.failing(lost));
        test.run(() -> Programs.failureOf(awaited));
        test.run(() -> Programs.turns(2));
        assertSame(lost, asked.failure());
        assertSame(lost, org.junit.jupiter.api.Assertions.assertThrows(IllegalStateException.class, thrown::result));
        assertEquals(List.of(), closeAndTake());
    }

    @LoopTest
    void is_told_though_a_callback_was_called_that_did_not_ask() {
        Task<Void> task = loop.spawn(Programs.failing(lost));
        task.onDone(done -> {});
        test.run(() -> Programs.turns(3));
        assertEquals(1, closeAndTake().size());
    }

    @LoopTest
    void cancelled_tasks_have_not_failed() {
        Task<Void> task = loop.spawn(Programs.failing(lost));
        task.cancel();
        test.run(() -> Programs.turns(3));
        assertEquals(List.of(), closeAndTake());
    }
}
