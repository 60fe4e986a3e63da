package dev.fermata.exploring;

import dev.fermata.loop.LoopClock;
import java.io.IOException;
import java.nio.channels.Selector;

/** Time that jumps to the next timer instead of passing. A loop that would wait for ever is a deadlock. */
public final class JumpingClock implements LoopClock {
    private long now = Long.MAX_VALUE - 5; // so that it wraps at once

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void await(Selector selector, long nanos, boolean outsideWork) throws IOException {
        if (nanos < 0) {
            throw new AssertionError("deadlock: every task waits for another one");
        }
        now += nanos;
        selector.selectNow();
    }
}
