package dev.fermata.tests.loop;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.InvalidStateException;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.loop.TimerHandle;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.VirtualClock;
import dev.fermata.testkit.junit.LoopTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class TasksTest {
    private final List<String> trace = new ArrayList<>();
    private final TestLoop test;
    private final EventLoop loop;

    TasksTest(TestLoop test) {
        this.test = test;
        this.loop = test.loop();
    }

    @Suspendable
    private Coroutine<String> noteTurns(String name) {
        trace.add(name + " begins");
        await(Programs.turn());
        trace.add(name + " ends");
        return Coroutine.of(name);
    }

    @LoopTest
    void have_names() {
        Task<Void> made = loop.spawn(Programs.turn());
        Task<Void> given = loop.spawn("given", Programs.turn());
        assertEquals("task-1", made.name());
        assertEquals("given", given.name());
        given.rename("changed");
        assertEquals("changed", given.name());
        assertEquals("task changed of coroutine EventLoop.sleep", given.toString());
        assertThrows(NullPointerException.class, () -> given.rename(null));
        test.run(() -> Programs.turns(3));
    }

    @LoopTest
    void begin_in_the_next_turn_and_are_listed_until_they_end() {
        test.run(() -> {
            Task<?> main = Task.current();
            Task<String> a = loop.spawn(noteTurns("a"));
            Task<String> b = loop.spawn(noteTurns("b"));
            assertEquals(List.of(), trace);
            assertEquals(List.of(main, a, b), loop.tasks());
            assertEquals(3, loop.statistics().tasks());
            await(b);
            await(a);
            assertEquals(List.of(main), loop.tasks());
            return null;
        });
        assertEquals(List.of(), loop.tasks());
    }

    @LoopTest
    void know_which_of_them_runs() {
        loop.callSoon(() -> assertNull(Task.current()));
        test.run(() -> {
            Task<?> main = Task.current();
            assertEquals("test", main.name());
            Task<?>[] inner = new Task<?>[1];
            Task<Void> task = loop.spawn(currentOf(inner));
            assertSame(main, Task.current());
            await(task);
            assertSame(task, inner[0]);
            assertSame(main, Task.current());
            return null;
        });
    }

    @Suspendable
    private static Coroutine<Void> currentOf(Task<?>[] into) {
        await(Programs.turn());
        into[0] = Task.current();
        return null;
    }

    @LoopTest
    void that_start_eagerly_run_at_once_to_their_first_suspension() {
        test.run(() -> {
            Task<?> main = Task.current();
            Task<Void> over = loop.spawnEagerly(Programs.note(trace, "at once"));
            assertTrue(over.isDone());
            Task<String> suspended = loop.spawnEagerly(noteTurns("eager"));
            assertFalse(suspended.isDone());
            assertEquals(List.of("at once", "eager begins"), trace);
            assertSame(main, Task.current());
            assertEquals("eager", await(suspended));
            return null;
        });
        Coroutine<Void> fresh = Programs.turn();
        assertThrows(IllegalStateException.class, () -> loop.spawnEagerly(fresh));
        test.run(() -> fresh);
    }

    @LoopTest
    void that_fail_eagerly_fail_where_they_are_awaited() {
        IllegalStateException boom = new IllegalStateException("boom");
        test.run(() -> {
            Task<Void> task = loop.spawnEagerly(throwing(boom));
            assertTrue(task.isDone());
            assertSame(boom, task.failure());
            return null;
        });
    }

    @Suspendable
    private static Coroutine<Void> throwing(RuntimeException failure) {
        if (failure != null) {
            throw failure;
        }
        await(Programs.turn());
        return null;
    }

    @LoopTest
    void take_a_coroutine_once_and_for_themselves() {
        Coroutine<String> coroutine = noteTurns("a");
        Task<String> task = loop.spawn(coroutine);
        assertSame(coroutine, task.coroutine());
        assertSame(loop, task.loop());
        for (int i = 0; i < 2; i++) {
            assertThrows(IllegalStateException.class, () -> loop.spawn(coroutine));
            assertThrows(IllegalStateException.class, () -> test.run(() -> Programs.waitFor(coroutine)));
        }
        assertEquals("a", task.result());
        assertThrows(NullPointerException.class, () -> loop.spawn(null));
    }

    @LoopTest
    void tell_what_they_wait_for() {
        Promise<String> promise = new Promise<>(loop);
        CompletableFuture<String> stage = new CompletableFuture<>();
        test.run(() -> {
            Task<String> ofPromise = loop.spawn(Programs.waitFor(promise));
            Task<String> ofTask = loop.spawn(Programs.waitFor(ofPromise));
            Task<String> ofStage = loop.spawn(awaitingStage(stage));
            Task<Void> sleeping = loop.spawn(EventLoop.sleep(Programs.SECOND));
            assertNull(ofPromise.awaited());
            await(Programs.turns(2));
            assertSame(promise, ofPromise.awaited());
            assertSame(ofPromise, ofTask.awaited());
            assertSame(stage, ofStage.awaited());
            TimerHandle timer = assertInstanceOf(TimerHandle.class, sleeping.awaited());
            assertEquals(Programs.SECOND.toNanos(), timer.deadline());
            assertNull(Task.current().awaited());
            promise.complete("value");
            stage.complete("value");
            assertNull(ofPromise.awaited());
            await(ofTask);
            await(ofStage);
            await(sleeping);
            assertNull(ofTask.awaited());
            return null;
        });
    }

    @Suspendable
    private static Coroutine<String> awaitingStage(CompletableFuture<String> stage) {
        return Coroutine.of(await(stage));
    }

    @LoopTest
    void do_not_await_themselves() {
        Task<?>[] self = new Task<?>[1];
        self[0] = loop.spawn("ouroboros", awaitingLater(self));
        test.run(() -> Programs.turns(3));
        Throwable failure = self[0].failure();
        assertTrue(failure.getMessage().contains("ouroboros"), failure::toString);
        assertTrue(failure.getMessage().contains("awaits itself"), failure::toString);
    }

    @Suspendable
    private static Coroutine<Void> awaitingLater(Task<?>[] task) {
        await(task[0]);
        return null;
    }

    @LoopTest
    void do_not_await_what_belongs_to_another_loop() {
        try (EventLoop other = new EventLoop(new VirtualClock())) {
            Promise<String> foreign = new Promise<>(other);
            IllegalStateException refusal =
                    assertThrows(IllegalStateException.class, () -> test.run(() -> Programs.waitFor(foreign)));
            assertTrue(refusal.getMessage().contains("of another loop"), refusal::toString);
            foreign.complete("done");
            assertEquals("done", test.run(() -> Programs.waitFor(foreign))); // a value that is there needs no waiting
        }
    }

    @LoopTest
    void have_a_result_only_once_they_have_ended() {
        Task<String> task = loop.spawn("early", noteTurns("a"));
        assertThrows(InvalidStateException.class, task::result);
        assertThrows(InvalidStateException.class, task::failure);
        test.run(() -> Programs.waitFor(task));
        assertEquals("a", task.result());
        assertNull(task.failure());
        assertFalse(task.isCancelled());
        assertFalse(task.cancel());
    }

    @LoopTest(seeds = 2)
    void by_the_thousand_await_each_other_in_a_chain() {
        test.run(() -> {
            Task<Integer> last = loop.spawn(next(null));
            for (int i = 0; i < 10_000; i++) {
                last = loop.spawn(next(last));
            }
            assertEquals(10_001, await(last));
            return null;
        });
    }

    @Suspendable
    private static Coroutine<Integer> next(Task<Integer> before) {
        return Coroutine.of(1 + (before == null ? 0 : await(before)));
    }
}
