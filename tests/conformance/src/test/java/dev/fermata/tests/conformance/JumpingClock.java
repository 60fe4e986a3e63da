package dev.fermata.tests.conformance;

import dev.fermata.loop.LoopClock;
import java.io.IOException;
import java.nio.channels.Selector;

/** Time that jumps to the next timer instead of passing. */
public final class JumpingClock implements LoopClock {
    private long now;

    /** Makes a clock that stands at zero. */
    public JumpingClock() {}

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void await(Selector selector, long nanos, boolean outsideWork) throws IOException {
        if (nanos < 0 || outsideWork) {
            selector.select();
        } else {
            now += nanos;
            selector.selectNow();
        }
    }
}
