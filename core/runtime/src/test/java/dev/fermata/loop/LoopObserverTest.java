package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an observer of a loop is told, and when. */
class LoopObserverTest {
    private final List<String> told = new ArrayList<>();
    private final EventLoop loop = new EventLoop(new JumpingClock());

    /** Writes down what it is told. */
    private final class Writing implements LoopObserver {
        private final String name;

        Writing(String name) {
            this.name = name;
        }

        private void write(String what) {
            told.add(name + what);
        }

        @Override
        public void taskSpawned(Task<?> task) {
            write("spawned " + task.name());
        }

        @Override
        public void stepBegins(Task<?> task) {
            write("begins " + task.name());
        }

        @Override
        public void stepEnded(Task<?> task) {
            Object awaited = task.awaited();
            write("ended " + task.name()
                    + (awaited == null ? "" : " for " + awaited.getClass().getSimpleName()));
        }

        @Override
        public void taskEnded(Task<?> task) {
            write("task ended " + task.name());
        }

        @Override
        public void callbackBegins(Object callback) {
            write("callback " + callback);
        }

        @Override
        public void callbackEnded(Object callback) {
            write("callback ended");
        }

        @Override
        public void cancellationRequested(Task<?> task, String reason) {
            write("asked " + task.name() + ": " + reason);
        }

        @Override
        public void cancellationDelivered(Task<?> task) {
            write("delivered " + task.name());
        }

        @Override
        public void closedWhilePending(Task<?> task) {
            write("closed " + task.name());
        }

        @Override
        public void waitBegins() {
            write("waits");
        }

        @Override
        public void waitEnded() {
            write("woken");
        }
    }

    /** A callback that says what it is. */
    private record Named(String name, Runnable action) implements Runnable {
        @Override
        public void run() {
            action.run();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @AfterEach
    void close_the_loop() {
        loop.close();
    }

    @SafeVarargs
    private static Coroutine<Object> of(Supplier<? extends Awaitable<?>>... steps) {
        return ScriptedCoroutine.of(value -> value, steps);
    }

    private static Supplier<Awaitable<?>> yielding() {
        return () -> EventLoop.sleep(Duration.ZERO);
    }

    private static Supplier<Awaitable<?>> doing(Runnable what) {
        return () -> {
            what.run();
            return EventLoop.sleep(Duration.ZERO);
        };
    }

    private void turn() {
        loop.stop();
        loop.runForever();
    }

    /** What has been told since the last time. */
    private List<String> news() {
        List<String> news = List.copyOf(told);
        told.clear();
        return news;
    }

    @Test
    void a_task_is_followed_from_its_spawn_to_its_end() {
        loop.observation().add(new Writing(""));
        Promise<Object> promise = new Promise<>(loop);
        Task<Object> task = loop.spawn("a", of(() -> promise, yielding()));
        turn();
        assertEquals(List.of("spawned a", "begins a", "ended a for Promise"), news());
        promise.complete(1);
        turn();
        assertEquals(List.of("begins a", "ended a"), news());
        turn();
        assertEquals(List.of("begins a", "ended a", "task ended a"), news());
        assertTrue(task.isDone());
    }

    @Test
    void callbacks_are_followed_by_what_was_given_to_the_loop() {
        loop.observation().add(new Writing(""));
        loop.callSoon(new Named("soon", () -> told.add("runs")));
        loop.callSoon(new Named("taken back", () -> told.add("never"))).cancel();
        turn();
        assertEquals(List.of("callback soon", "runs", "callback ended"), news());
    }

    @Test
    void a_wait_of_the_loop_is_told() {
        loop.observation().add(new Writing(""));
        loop.callLater(Duration.ofSeconds(1), new Named("later", loop::stop));
        loop.runForever();
        assertEquals(List.of("waits", "woken", "callback later", "callback ended"), news());
    }

    @Test
    void an_eager_task_makes_its_step_within_that_of_its_maker() {
        loop.observation().add(new Writing(""));
        loop.spawn("outer", of(doing(() -> loop.spawnEagerly(of(yielding())).rename("eager"))));
        turn();
        assertEquals(
                List.of(
                        "spawned outer",
                        "begins outer",
                        "spawned task-2",
                        "begins task-2",
                        "ended task-2",
                        "ended outer"),
                news());
    }

    @Test
    void a_cancellation_is_told_when_it_is_asked_for_and_when_it_is_delivered() {
        loop.observation().add(new Writing(""));
        Task<Object> inner = loop.spawn("inner", of(() -> new Promise<>(loop)));
        Task<Object> outer = loop.spawn("outer", of(() -> inner));
        turn();
        told.clear();
        outer.cancel("enough");
        turn();
        turn();
        assertEquals(
                List.of(
                        "asked outer: enough",
                        "asked inner: enough",
                        "begins inner",
                        "delivered inner",
                        "ended inner",
                        "task ended inner",
                        "begins outer",
                        "delivered outer",
                        "ended outer",
                        "task ended outer"),
                news());
        assertThrows(Cancellation.class, outer::result);
    }

    @Test
    void a_cancellation_that_comes_while_the_task_has_its_turn_coming_is_told() {
        loop.observation().add(new Writing(""));
        Task<Object> task = loop.spawn("a", of(yielding(), yielding()));
        turn();
        told.clear();
        task.cancel();
        turn();
        assertEquals(List.of("asked a: null", "begins a", "delivered a", "ended a", "task ended a"), news());
    }

    @Test
    void a_mask_keeps_it_from_being_delivered() {
        loop.observation().add(new Writing(""));
        Task<Object> task = loop.spawn("a", of(doing(() -> Task.current().maskCancellation()), yielding(), yielding()));
        turn();
        told.clear();
        task.cancel();
        turn();
        assertEquals(List.of("asked a: null", "begins a", "ended a"), news());
    }

    @Test
    void closing_the_loop_tells_of_what_was_left() {
        loop.observation().add(new Writing(""));
        loop.spawn("a", of(() -> new Promise<>(loop)));
        turn();
        told.clear();
        loop.close();
        assertEquals(List.of("closed a", "begins a", "ended a", "task ended a"), news());
    }

    @Test
    void who_yields_alone_is_seen_at_every_step() {
        loop.observation().add(new Writing(""));
        loop.runUntilComplete(loop.spawn("a", of(yielding(), yielding())));
        assertEquals(3, news().stream().filter("begins a"::equals).count());
    }

    @Test
    void several_may_observe_and_one_that_fails_disturbs_nobody() {
        LoopObserver failing = new LoopObserver() {
            @Override
            public void stepBegins(Task<?> task) {
                throw new IllegalStateException("on purpose");
            }
        };
        List<String> reported = new ArrayList<>();
        loop.setExceptionHandler(failure ->
                reported.add(failure.message() + ": " + failure.error().getMessage()));
        LoopObserver first = new Writing("1 ");
        loop.observation().add(failing);
        loop.observation().add(first);
        loop.observation().add(new Writing("2 "));
        Task<Object> task = loop.spawn("a", of());
        turn();
        assertEquals(
                List.of(
                        "1 spawned a",
                        "2 spawned a",
                        "1 begins a",
                        "2 begins a",
                        "1 ended a",
                        "2 ended a",
                        "1 task ended a",
                        "2 task ended a"),
                news());
        assertTrue(task.isDone());
        assertEquals(List.of("an observer of the loop failed: on purpose"), reported);
        loop.observation().remove(first);
        loop.observation().remove(failing);
        loop.spawn("b", of());
        turn();
        assertEquals(List.of("2 spawned b", "2 begins b", "2 ended b", "2 task ended b"), news());
    }

    @Test
    void what_has_begun_ends_for_who_was_told() {
        LoopObserver goes = new Writing("goes ");
        LoopObserver comes = new Writing("comes ");
        loop.observation().add(goes);
        loop.spawn("a", of(doing(() -> {
            loop.observation().remove(goes);
            loop.observation().add(comes);
        })));
        turn();
        turn();
        assertEquals(
                List.of(
                        "goes spawned a",
                        "goes begins a",
                        "goes ended a",
                        "comes begins a",
                        "comes ended a",
                        "comes task ended a"),
                news());
    }

    @Test
    void the_rest_of_a_batch_runs_without_observers_when_the_last_goes() {
        LoopObserver goes = new Writing("");
        loop.observation().add(goes);
        loop.callSoon(new Named("goes", () -> loop.observation().remove(goes)));
        loop.callSoon(() -> told.add("runs"));
        turn();
        assertEquals(List.of("callback goes", "callback ended", "runs"), news());
    }
}
