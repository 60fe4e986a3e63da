package dev.fermata.tests.conformance;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.VirtualClock;
import java.time.Duration;

/** Scenarios that need an event loop. */
public abstract class LoopScenarios extends Scenarios {
    /** Makes a group with an empty trace. */
    protected LoopScenarios() {}

    /**
     * As {@link #attempt}, for something that is awaited.
     *
     * @param <T> what awaiting gives
     * @param label what is attempted
     * @param awaitable what to await
     * @return its value; null if it fails, or is cancelled
     */
    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // a cancellation is to stand in the trace
    protected final <T> Coroutine<T> attemptAwaiting(String label, Awaitable<T> awaitable) {
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

    /**
     * One turn of the loop ({@code asyncio.sleep(0)}).
     *
     * @return what to await
     */
    protected static Coroutine<Void> turn() {
        return EventLoop.sleep(Duration.ZERO);
    }

    /**
     * {@link EventLoop#run} in time that jumps.
     *
     * @param <T> what the coroutine returns
     * @param main the coroutine
     * @return its result
     */
    protected static <T> T runInVirtualTime(Coroutine<T> main) {
        EventLoop loop = new EventLoop(new VirtualClock());
        try {
            return loop.runUntilComplete(main);
        } finally {
            loop.shutDown();
        }
    }

    /**
     * Fails unless the trace is what CPython has printed for the same program.
     *
     * @param expected its lines, each with its end
     */
    public final void assertPrinted(String expected) {
        assertEquals(expected, String.join("\n", lines()) + "\n");
    }
}
