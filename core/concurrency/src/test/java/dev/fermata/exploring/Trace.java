package dev.fermata.exploring;

import static dev.fermata.Coroutine.await;
import static dev.fermata.loop.EventLoop.sleep;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a small program logs, to be compared with what asyncio's does. */
public final class Trace {
    private final List<String> lines = new ArrayList<>();

    private Trace() {}

    /** Runs a program on a loop of its own, and gives its lines. */
    public static String of(Function<Trace, Coroutine<Void>> program) {
        Trace trace = new Trace();
        try (EventLoop loop = new EventLoop(new VirtualClock())) {
            loop.runUntilComplete(program.apply(trace));
        }
        return String.join("\n", trace.lines) + "\n";
    }

    public void log(Object... parts) {
        lines.add(Arrays.stream(parts).map(Objects::toString).collect(Collectors.joining(" ")));
    }

    /** Logs what comes of something that does not wait. */
    public void attempt(String label, Runnable operation) {
        try {
            operation.run();
        } catch (RuntimeException error) {
            log(label, "!!", name(error));
            return;
        }
        log(label, "->", "none");
    }

    /** Logs how something that is awaited fails, or its value. */
    @Suspendable
    public Coroutine<Void> outcome(String label, Awaitable<?> awaitable) {
        try {
            log(label, "->", await(awaitable));
        } catch (Exception error) {
            log(label, "!!", name(error));
        } catch (Cancellation cancelled) {
            log(label, "!!", name(cancelled));
        }
        return null;
    }

    /** Lets everybody else have some turns. */
    @Suspendable
    public static Coroutine<Void> turns(int number) {
        for (int turn = 0; turn < number; turn++) {
            await(sleep(Duration.ZERO));
        }
        return null;
    }

    public static String name(Throwable error) {
        return error.getClass().getSimpleName();
    }
}
