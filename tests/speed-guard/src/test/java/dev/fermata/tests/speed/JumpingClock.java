package dev.fermata.tests.speed;

import dev.fermata.loop.LoopClock;
import java.nio.channels.Selector;

/** Time that jumps to the next timer, and does nothing else, so that what is counted is the loop's own work. */
final class JumpingClock implements LoopClock {
    private long now;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void await(Selector selector, long nanos, boolean outsideWork) {
        if (nanos < 0) {
            throw new IllegalStateException("nothing would wake the loop");
        }
        now += nanos;
    }
}
