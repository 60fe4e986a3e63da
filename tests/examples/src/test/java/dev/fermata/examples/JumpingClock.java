package dev.fermata.examples;

import dev.fermata.loop.LoopClock;
import java.io.IOException;
import java.nio.channels.Selector;

/** Time that jumps to the next timer instead of passing. */
final class JumpingClock implements LoopClock {
    private long now;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void await(Selector selector, long nanos, boolean outsideWork) throws IOException {
        now += Math.max(0, nanos);
        selector.selectNow();
    }
}
