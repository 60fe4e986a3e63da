package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A loop whose turns a host runs; here the test plays the host, unless time has to pass. */
class HostedLoopTest {
    private final Deque<Runnable> asked = new ArrayDeque<>();
    private boolean isRefusing;

    private final EventLoop loop = EventLoop.on(turn -> {
        if (isRefusing) {
            throw new RejectedExecutionException("no more");
        }
        asked.add(turn);
    });

    private int runAll() {
        int turns = 0;
        for (Runnable turn = asked.poll(); turn != null; turn = asked.poll()) {
            turn.run();
            turns++;
        }
        return turns;
    }

    @Test
    void asks_for_one_turn_however_much_there_is_to_do_and_for_none_when_there_is_nothing() {
        List<String> ran = new ArrayList<>();
        loop.callSoonThreadsafe(() -> ran.add("1"));
        loop.callSoonThreadsafe(() -> ran.add("2"));
        loop.callSoon(() -> ran.add("3"));
        assertEquals(1, asked.size());
        runAll();
        assertEquals(List.of("1", "2", "3"), ran);
        assertEquals(0, asked.size());
    }

    @Test
    void what_a_turn_makes_ready_runs_in_the_next_one() {
        List<String> ran = new ArrayList<>();
        loop.callSoonThreadsafe(() -> loop.callSoon(() -> ran.add("next")));
        asked.poll().run();
        assertEquals(List.of(), ran);
        assertEquals(1, runAll());
        assertEquals(List.of("next"), ran);
    }

    @Test
    void a_caller_whose_turn_the_host_refuses_is_told_and_later_ones_are_served() {
        List<String> ran = new ArrayList<>();
        isRefusing = true;
        assertThrows(RejectedExecutionException.class, () -> loop.callSoonThreadsafe(() -> ran.add("refused")));
        isRefusing = false;
        loop.callSoonThreadsafe(() -> ran.add("served"));
        runAll();
        assertEquals(List.of("served"), ran);
    }

    @Test
    void a_turn_that_breaks_off_is_followed_by_another() {
        List<String> ran = new ArrayList<>();
        loop.callSoonThreadsafe(() -> {
            throw new InternalError("the JVM is in trouble");
        });
        loop.callSoonThreadsafe(() -> ran.add("behind it"));
        assertThrows(InternalError.class, asked.poll()::run);
        assertFalse(loop.isRunning());
        runAll();
        assertEquals(List.of("behind it"), ran);
    }

    @Test
    void timers_fire_by_an_alarm_of_the_loops_own() {
        ExecutorService host = Executors.newSingleThreadExecutor();
        try {
            EventLoop timed = EventLoop.on(host);
            CompletableFuture<Thread> slept = timed.submit(
                    ScriptedCoroutine.of(value -> Thread.currentThread(), () -> EventLoop.sleep(Duration.ofMillis(1))));
            assertEquals(
                    CompletableFuture.supplyAsync(Thread::currentThread, host).join(), slept.join());
        } finally {
            host.shutdown();
        }
    }

    @Test
    void a_turn_that_was_asked_for_before_the_loop_was_closed_does_nothing() {
        List<String> ran = new ArrayList<>();
        loop.callSoonThreadsafe(() -> ran.add("never"));
        loop.close();
        assertEquals(1, runAll());
        assertEquals(List.of(), ran);
        assertThrows(IllegalStateException.class, () -> loop.callSoonThreadsafe(() -> ran.add("never")));
    }

    @Test
    void who_waits_for_a_submitted_coroutine_is_told_when_the_loop_is_closed() {
        CompletableFuture<Object> notLetIn = loop.submit(ScriptedCoroutine.of(value -> value));
        loop.close();
        assertThrows(CancellationException.class, notLetIn::join);
    }

    @Test
    void who_waits_for_a_task_is_told_when_the_loop_is_closed() {
        CompletableFuture<Object> submitted =
                loop.submit(ScriptedCoroutine.of(value -> value, () -> new Promise<>(loop)));
        runAll();
        CompletableFuture<?> view = loop.tasks().get(0).toCompletableFuture();
        loop.close();
        assertThrows(CancellationException.class, submitted::join);
        assertThrows(CancellationException.class, view::join);
    }
}
