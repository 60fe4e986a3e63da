package dev.fermata.tests.stress.driver;

import dev.fermata.Coroutine;
import dev.fermata.frame.CoroutineFrame;
import java.util.concurrent.atomic.LongAdder;

/** Runs the coroutine that a method has been turned into, in place: every suspension is resumed at once. */
public final class StressDriver {
    private static final LongAdder SUSPENSIONS = new LongAdder();

    private StressDriver() {}

    /**
     * Runs a coroutine to its end, as if the method had never been suspended.
     *
     * @param coroutine a fresh coroutine, not null
     * @return its result, may be null; what it throws comes out unwrapped
     */
    public static Object run(Coroutine<?> coroutine) {
        CoroutineFrame frame = (CoroutineFrame) coroutine;
        long suspensions = 0;
        Object outcome = frame.resume(null);
        while (!frame.ended()) {
            suspensions++;
            outcome = frame.resume(null);
        }
        SUSPENSIONS.add(suspensions);
        return outcome;
    }

    /**
     * How often woven methods that have ended were suspended, in all threads.
     *
     * @return the count since the JVM started
     */
    public static long suspensions() {
        return SUSPENSIONS.sum();
    }
}
