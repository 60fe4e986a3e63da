package dev.fermata.loop;

import java.io.IOException;
import java.nio.channels.Selector;

/** Time that jumps to the next timer instead of passing, unless another thread is at work. */
final class JumpingClock implements LoopClock {
    private long now = Long.MAX_VALUE - 5; // so that it wraps at once

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
