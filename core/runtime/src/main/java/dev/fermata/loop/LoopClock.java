package dev.fermata.loop;

import java.io.IOException;
import java.nio.channels.Selector;

/**
 * The time a loop lives in, and how it waits. Tests give a loop a clock that jumps instead of waiting.
 */
public interface LoopClock {
    /**
     * The time now, monotonic, with an arbitrary origin.
     *
     * @return nanoseconds; to be compared by subtraction
     */
    long nanos();

    /**
     * Waits until the time has passed, a channel is ready or the selector is woken.
     *
     * @param selector the loop's selector
     * @param nanos how long at most; 0 looks without waiting, negative waits until woken
     * @param outsideWork whether another thread works for the loop and will wake it: a clock that jumps must not jump then
     * @throws IOException if the selector fails
     */
    void await(Selector selector, long nanos, boolean outsideWork) throws IOException;

    /**
     * The clock of the machine, {@link System#nanoTime()}.
     *
     * @return the clock
     */
    static LoopClock system() {
        return SystemLoopClock.INSTANCE;
    }
}
