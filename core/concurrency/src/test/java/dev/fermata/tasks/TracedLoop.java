package dev.fermata.tasks;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import dev.fermata.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs a coroutine in virtual time and keeps a trace. The traces that tests expect with the numbers of turns are those that
 * CPython 3.13 prints for the same program.
 */
abstract class TracedLoop {
    final EventLoop loop = new EventLoop(new VirtualClock());
    final List<String> trace = new ArrayList<>();
    final List<LoopFailure> reported = new ArrayList<>();
    private int turn;
    private boolean showsTurns;

    /** Runs it and compares the lines of its trace. Nothing may be left, and the loop may have nothing to report. */
    final void expect(Coroutine<?> main, String... lines) {
        run(main);
        assertEquals(String.join("\n", lines), String.join("\n", trace));
        assertEquals(List.of(), reported);
    }

    /** As {@link #expect}, each line with the number of the turn in which it was logged. Time stands still meanwhile. */
    final void expectByTurns(Coroutine<?> main, String... lines) {
        showsTurns = true;
        expect(counted(main), lines);
    }

    final void run(Coroutine<?> main) {
        loop.setExceptionHandler(reported::add);
        try {
            loop.runUntilComplete(main);
            assertEquals(List.of(), loop.tasks());
        } finally {
            loop.shutDown();
        }
    }

    @Suspendable
    private Coroutine<Void> counted(Coroutine<?> main) {
        Task<Void> ticker = loop.spawn(ticker());
        await(turns(1));
        turn = 0;
        await(main);
        ticker.cancel();
        await(Tasks.settle(ticker));
        return null;
    }

    @Suspendable
    private Coroutine<Void> ticker() {
        while (true) {
            await(turns(1));
            turn++;
        }
    }

    final void log(Object... parts) {
        String line = Arrays.stream(parts).map(TracedLoop::show).collect(Collectors.joining(" "));
        trace.add(showsTurns ? turn + ": " + line : line);
    }

    static String show(Object value) {
        if (value instanceof Cancellation cancelled) {
            return "CANCELLED" + (cancelled.reason() == null ? "" : "(" + cancelled.reason() + ")");
        }
        if (value instanceof ExceptionGroup group) {
            return "GROUP" + show(group.exceptions());
        }
        if (value instanceof TimedOutException) {
            return "TIMEOUT";
        }
        if (value instanceof Throwable error) {
            return error.getClass().getSimpleName() + (error instanceof Boom ? "(" + error.getMessage() + ")" : "");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(TracedLoop::show).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Outcome<?> outcome) {
            return show(outcome.failure() == null ? outcome.get() : outcome.failure());
        }
        return value == null ? "none" : value.toString();
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // what is thrown goes to the trace
    final <T> Coroutine<T> attempt(String label, Awaitable<T> awaitable) {
        T value;
        try {
            value = await(awaitable);
        } catch (Throwable error) {
            log(label, "!!", error);
            return null;
        }
        log(label, "->", value);
        return Coroutine.of(value);
    }

    final void attempt(String label, Runnable operation) {
        try {
            operation.run();
            log(label, "->", "none");
        } catch (RuntimeException error) {
            log(label, "!!", error);
        }
    }

    @Suspendable
    static Coroutine<Void> turns(int number) {
        for (int i = 0; i < number; i++) {
            await(EventLoop.sleep(Duration.ZERO));
        }
        return null;
    }

    @Suspendable
    static <T> Coroutine<T> after(int turns, T value) {
        await(turns(turns));
        return Coroutine.of(value);
    }

    @Suspendable
    static <T> Coroutine<T> failing(int turns, Throwable failure) {
        await(turns(turns));
        throw Bodies.asIs(failure);
    }

    final <T> Promise<T> promise() {
        return new Promise<>(loop);
    }

    /** Waits for ever; says when it is cancelled, and ends of that. */
    final <T> Coroutine<T> forEver(String label) {
        return forEver(label, 0, null, null);
    }

    /** Waits for ever; when it is cancelled, it takes some turns, and then ends of that. */
    final <T> Coroutine<T> forEver(String label, int cleaning) {
        return forEver(label, cleaning, null, null);
    }

    /** Waits for ever; answers a cancellation, after some turns, by a failure or by a value. */
    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // some refuse
    final <T> Coroutine<T> forEver(String label, int cleaning, Throwable failure, T answer) {
        try {
            await(promise());
        } catch (Cancellation cancelled) {
            log(label, "sees", cancelled);
            if (cleaning > 0) {
                await(turns(cleaning));
                log(label, "cleaned");
            }
            if (answer == null) {
                throw Bodies.asIs(failure == null ? cancelled : failure);
            }
        }
        return Coroutine.of(answer);
    }
}
