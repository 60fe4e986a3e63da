package dev.fermata.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.context.ThreadCarrier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarriersTest {
    private static final ThreadLocal<String> ID = new ThreadLocal<>();
    private static final ThreadCarrier CARRIER = ThreadCarrier.of(ID::get, ID::set);

    private final EventLoop loop = new EventLoop(new JumpingClock());
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void clean_the_thread() {
        loop.close();
        ID.remove();
    }

    /** Sets the value and looks at it again after a while. */
    private Coroutine<Object> holder(String id) {
        return ScriptedCoroutine.of(
                value -> {
                    seen.add(id + " sees " + ID.get());
                    return null;
                },
                () -> {
                    ID.set(id);
                    return EventLoop.sleep(Duration.ZERO);
                },
                () -> EventLoop.sleep(Duration.ofSeconds(1)));
    }

    private void run(Coroutine<?> main) {
        loop.runUntilComplete(main);
    }

    @Test
    void each_task_finds_its_own_value_again_and_the_thread_keeps_its_own() {
        ID.set("the thread's");
        loop.carry(CARRIER);
        Task<Object> a = loop.spawn(holder("a"));
        Task<Object> b = loop.spawn(holder("b"));
        run(ScriptedCoroutine.of(value -> value, () -> a, () -> b));
        assertEquals(List.of("a sees a", "b sees b"), seen);
        assertEquals("the thread's", ID.get());
    }

    @Test
    void a_carrier_that_is_added_by_a_task_leaves_nothing_on_the_thread() {
        Task<Object> before = loop.spawn(ScriptedCoroutine.of(
                value -> {
                    seen.add("earlier task sees " + ID.get());
                    return null;
                },
                () -> EventLoop.sleep(Duration.ZERO),
                () -> EventLoop.sleep(Duration.ZERO)));
        run(ScriptedCoroutine.of(
                value -> {
                    seen.add("main sees " + ID.get());
                    return null;
                },
                () -> {
                    loop.carry(CARRIER);
                    ID.set("main's");
                    return loop.spawn(ScriptedCoroutine.of(value -> seen.add("child sees " + ID.get())));
                },
                () -> before));
        assertEquals(List.of("child sees main's", "earlier task sees null", "main sees main's"), seen);
        assertNull(ID.get());
    }

    @Test
    void a_task_that_starts_eagerly_within_another_leaves_that_ones_value() {
        loop.carry(CARRIER);
        run(ScriptedCoroutine.of(value -> value, () -> {
            ID.set("outer");
            Task<Object> inner = loop.spawnEagerly(holder("inner"));
            seen.add("outer sees " + ID.get());
            return inner;
        }));
        assertEquals(List.of("outer sees outer", "inner sees inner"), seen);
        assertNull(ID.get());
    }

    @Test
    void what_comes_from_another_thread_brings_that_threads_value() {
        loop.carry(CARRIER);
        CompletableFuture<String> carried = new CompletableFuture<>();
        Thread other = new Thread(() -> {
            ID.set("request");
            loop.submit(ScriptedCoroutine.of(value -> carried.complete(ID.get())));
            loop.callSoonThreadsafe(() -> seen.add("callback sees " + ID.get()));
            loop.callSoonThreadsafe(loop::stop);
        });
        other.start();
        loop.runForever();
        loop.callSoon(loop::stop);
        loop.runForever();
        assertEquals("request", carried.join());
        assertEquals(List.of("callback sees request"), seen);
        assertNull(ID.get());
    }

    @Test
    void a_carrier_that_fails_is_reported_and_stops_nobody() {
        List<LoopFailure> reported = new ArrayList<>();
        loop.setExceptionHandler(reported::add);
        loop.carry(ThreadCarrier.of(() -> "id", value -> {
            throw new IllegalArgumentException("no such id");
        }));
        run(holder("a"));
        assertEquals(1, seen.size());
        assertTrue(reported.size() >= 3, "each step, and the callback that stops the loop");
        assertEquals("a thread carrier failed", reported.get(0).message());
    }

    @Test
    void a_scope_that_a_task_leaves_open_while_it_waits_is_its_own() {
        loop.carry(ThreadCarrier.scoped(ID::get, CarriersTest::open));
        ID.set("base");
        AutoCloseable[] own = new AutoCloseable[1];
        run(ScriptedCoroutine.of(
                value -> {
                    seen.add("inside " + ID.get());
                    close(own[0]);
                    seen.add("after " + ID.get());
                    return null;
                },
                () -> {
                    own[0] = open("span");
                    return EventLoop.sleep(Duration.ZERO);
                }));
        assertEquals(List.of("inside span", "after base"), seen);
        assertEquals("base", ID.get());
    }

    /** As OpenTelemetry's scopes are: one that is not the current one does nothing. */
    private static AutoCloseable open(String value) {
        String before = ID.get();
        ID.set(value);
        return () -> {
            if (value.equals(ID.get())) {
                ID.set(before);
            }
        };
    }

    private static void close(AutoCloseable scope) {
        try {
            scope.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
