package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.context.ContextVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A task that gives way while nobody else wants to run goes on at once; whatever a turn owes to others is still done. */
class TaskAloneTest {
    private static final ContextVariable<String> NAME = ContextVariable.withDefault("name", "none");

    private final List<Object> seen = new ArrayList<>();
    private EventLoop loop = new EventLoop(new JumpingClock());

    @AfterEach
    void close_the_loop() {
        loop.close();
    }

    /** Does something, and gives way. */
    private static Supplier<Awaitable<?>> doing(Runnable what) {
        return () -> {
            what.run();
            return EventLoop.sleep(Duration.ZERO);
        };
    }

    private Supplier<Awaitable<?>> saying(Object what) {
        return doing(() -> seen.add(what));
    }

    private Coroutine<Object> steps(Supplier<Awaitable<?>> first, Supplier<Awaitable<?>> second) {
        return ScriptedCoroutine.of(ignored -> seen.add("end"), first, second);
    }

    @Test
    void who_comes_through_the_door_meanwhile_is_let_in() {
        loop.runUntilComplete(steps(
                doing(() -> CompletableFuture.runAsync(() -> loop.callSoonThreadsafe(() -> seen.add("from outside")))
                        .join()),
                saying("second")));
        assertEquals(List.of("from outside", "second", "end"), seen);
    }

    @Test
    void what_becomes_ready_meanwhile_has_its_turn() {
        loop.runUntilComplete(steps(
                doing(() -> {
                    loop.callSoon(() -> seen.add("callback"));
                    loop.spawn(ScriptedCoroutine.of(ignored -> seen.add("task")));
                }),
                saying("second")));
        assertEquals(List.of("callback", "task", "second", "end"), seen);
    }

    @Test
    void a_timer_that_is_due_has_its_turn() {
        loop.runUntilComplete(steps(
                doing(() -> loop.callLater(Duration.ZERO, () -> seen.add("timer"))), saying("second")));
        assertEquals(List.of("second", "timer", "end"), seen);
    }

    @Test
    void stopping_the_loop_ends_the_turn() {
        loop.spawn(steps(doing(loop::stop), saying("second")));
        loop.runForever();
        assertEquals(List.of(), seen);
    }

    @Test
    void a_cancellation_is_delivered() {
        Coroutine<Object> cancelled = steps(doing(() -> Task.current().cancel("enough")), saying("second"));
        assertThrows(Cancellation.class, () -> loop.runUntilComplete(cancelled));
        assertEquals(List.of(), seen);
    }

    @Test
    void an_interrupt_is_taken_by_the_loop_and_given_back() {
        loop.runUntilComplete(steps(
                doing(() -> Thread.currentThread().interrupt()),
                doing(() -> seen.add(Thread.currentThread().isInterrupted()))));
        assertTrue(Thread.interrupted());
        assertEquals(List.of(false, "end"), seen);
    }

    @Test
    void an_eager_task_gives_way_to_who_has_started_it() {
        loop.runUntilComplete(steps(
                doing(() -> {
                    loop.spawnEagerly(ScriptedCoroutine.of(ignored -> seen.add("eager end"), saying("eager")));
                    seen.add("started");
                }),
                saying("second")));
        assertEquals(List.of("eager", "started", "eager end", "second", "end"), seen);
    }

    @Test
    void an_order_is_asked_in_every_turn() {
        int[] asked = {0};
        loop = new EventLoop(new JumpingClock(), ready -> {
            asked[0]++;
            return 0;
        });
        loop.runUntilComplete(steps(saying("first"), saying("second")));
        assertEquals(3, asked[0]);
    }

    @Test
    void it_stays_the_running_task_in_its_own_context() {
        Task<?>[] current = {null};
        Task<Object> task = loop.spawn(steps(doing(() -> NAME.set("own")), doing(() -> {
            current[0] = Task.current();
            seen.add(NAME.get());
        })));
        loop.runUntilComplete(task);
        assertSame(task, current[0]);
        assertEquals(List.of("own", "end"), seen);
        assertEquals("none", NAME.get());
    }

    @Test
    void who_runs_is_known_everywhere() {
        Task<?>[] eager = {null};
        Task<Object> task = loop.spawn(ScriptedCoroutine.of(ignored -> null, doing(() -> {
            eager[0] = loop.spawnEagerly(ScriptedCoroutine.of(ignored -> seen.add(Task.current())));
            seen.add(Task.current());
            loop.callSoon(() -> seen.add("task: " + Task.current()));
            seen.add("ready: " + loop.statistics().ready());
        })));
        loop.runUntilComplete(task);
        assertEquals(List.of(eager[0], task, "ready: 1", "task: null"), seen);
    }
}
