package dev.fermata.tests.conformance.loop;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.CallbackHandle;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.loop.TimerHandle;
import dev.fermata.testkit.VirtualClock;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.LoopScenarios;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Further programs about callbacks and timers; the expected lines are what CPython 3.11 printed. */
class CallbackOrderTest extends LoopScenarios {
    private final EventLoop loop = new EventLoop(new VirtualClock());

    @Test
    void what_comes_through_the_door_keeps_its_place() {
        loop.callSoon(() -> log("a"));
        loop.callSoonThreadsafe(() -> log("b"));
        loop.callSoon(() -> log("c"));
        loop.callSoon(() -> {
            loop.callSoon(() -> log("d"));
            loop.callSoonThreadsafe(() -> log("e"));
            loop.callSoon(() -> log("f"));
            onAnotherThread(() -> loop.callSoonThreadsafe(() -> log("g")));
            loop.callSoon(() -> log("h"));
            loop.callSoon(loop::stop);
        });
        loop.runForever();
        loop.close();
        assertPrinted("""
                a
                b
                c
                d
                e
                f
                g
                h
                """);
    }

    private static void onAnotherThread(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final Map<String, CallbackHandle> handles = new HashMap<>();

    private Runnable cancelling(String name, String... others) {
        return () -> {
            log(name);
            for (String other : others) {
                handles.get(other).cancel();
            }
        };
    }

    @Test
    void callbacks_of_one_turn_may_take_each_other_back() {
        handles.put("a", loop.callSoon(cancelling("a", "c", "a")));
        handles.put("b", loop.callSoon(cancelling("b")));
        handles.put("c", loop.callSoon(cancelling("c", "b")));
        long now = loop.time();
        handles.put("t1", loop.callAt(now - 3, cancelling("t1", "t2", "t4")));
        handles.put("t2", loop.callAt(now - 2, cancelling("t2")));
        handles.put("t3", loop.callAt(now - 1, cancelling("t3")));
        handles.put("t4", loop.callAt(now + 20, cancelling("t4")));
        loop.callAt(now + 30, loop::stop);
        log(handles.get("c").isCancelled(), handles.get("t4").isCancelled());
        loop.runForever();
        log(
                handles.get("c").isCancelled(),
                handles.get("t4").isCancelled(),
                handles.get("t2").isCancelled());
        loop.close();
        assertPrinted("""
                false false
                a
                b
                t1
                t3
                true true true
                """);
    }

    @Test
    void a_callback_that_has_run_is_not_one_that_was_cancelled() {
        long base = loop.time();
        List<TimerHandle> timers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int number = i;
            timers.add(loop.callAt(base + TimeUnit.MILLISECONDS.toNanos(20 + 10 * i), () -> log("t", number)));
        }
        timers.get(0).cancel();
        timers.get(3).cancel();
        timers.get(3).cancel();
        loop.callAt(base + TimeUnit.MILLISECONDS.toNanos(25), () -> {
            log("cancels");
            timers.get(4).cancel();
            timers.get(1).cancel();
        });
        loop.callAt(base + TimeUnit.MILLISECONDS.toNanos(200), loop::stop);
        loop.runForever();
        log(timers.stream().map(TimerHandle::isCancelled).toList());
        loop.close();
        assertPrinted("""
                cancels
                t 2
                t 5
                [true, true, false, true, true, false]
                """);
    }

    @Suspendable
    private Coroutine<Void> sayingAfter(int turns, Object what) {
        for (int i = 0; i < turns; i++) {
            await(turn());
        }
        log(what);
        return null;
    }

    @Suspendable
    private Coroutine<Void> fillingATurn() {
        EventLoop current = EventLoop.current();
        for (int i = 0; i < 3; i++) {
            int number = i;
            current.spawn(sayingAfter(i % 2, i));
            current.callSoon(() -> log("cb", number));
        }
        Promise<Integer> f = new Promise<>(current);
        f.onDone(x -> log("f"));
        f.complete(0);
        current.spawn(sayingAfter(0, "last"));
        current.callLater(Duration.ZERO, () -> log("timer"));
        current.callSoon(() -> log("end"));
        for (int i = 1; i < 4; i++) {
            await(turn());
            log("turn", i);
        }
        return null;
    }

    @Test
    void tasks_callbacks_and_timers_share_one_queue() {
        runInVirtualTime(fillingATurn());
        assertPrinted("""
                0
                cb 0
                cb 1
                2
                cb 2
                f
                last
                end
                turn 1
                timer
                1
                turn 2
                turn 3
                """);
    }

    @Suspendable
    private Coroutine<String> ending() {
        await(turn());
        log("a ends");
        return Coroutine.of("a");
    }

    @Suspendable
    private Coroutine<Void> stopping() {
        await(turn());
        log("stopping");
        EventLoop.current().stop();
        return null;
    }

    @Test
    void a_loop_may_be_stopped_in_the_turn_in_which_the_awaited_task_ends() {
        Task<String> x = loop.spawn(ending());
        Task<Void> y = loop.spawn(stopping());
        attempt("run", () -> loop.runUntilComplete(x));
        log(x.isDone(), y.isDone());
        attempt("run", () -> loop.runUntilComplete(x));
        loop.stop();
        Task<String> late = loop.spawn(ending());
        attempt("run", () -> loop.runUntilComplete(late));
        attempt("run", () -> loop.runUntilComplete(late));
        loop.close();
        attempt("stop", loop::stop);
        assertPrinted("""
                a ends
                stopping
                run -> a
                true true
                run -> a
                run !! RUNTIME_ERROR
                a ends
                run -> a
                stop -> none
                """);
    }

    @Test
    void whatever_a_callback_throws_goes_to_the_handler() {
        loop.setExceptionHandler(report -> log("handler", report.error()));
        Promise<Integer> f = new Promise<>(loop);
        loop.callSoon(() -> f.complete(1));
        loop.callSoon(() -> f.complete(2));
        loop.callSoon(() -> f.fail(new Boom("x")));
        loop.callSoon(() -> f.cancel());
        attempt("run", () -> loop.runUntilComplete(f));
        loop.callSoon(loop::runForever);
        loop.callSoon(() -> {
            throw new Cancellation("cb");
        });
        loop.callSoon(loop::stop);
        loop.runForever();
        EventLoop other = new EventLoop();
        attempt("foreign", () -> loop.runUntilComplete(new Promise<Void>(other)));
        other.close();
        loop.close();
        assertPrinted("""
                handler INVALID_STATE
                handler INVALID_STATE
                run -> 1
                handler RUNTIME_ERROR
                handler CANCELLED(cb)
                foreign !! VALUE_ERROR
                """);
    }
}
