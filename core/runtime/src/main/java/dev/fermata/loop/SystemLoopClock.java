package dev.fermata.loop;

import java.io.IOException;
import java.nio.channels.Selector;

/** Real time. A selector waits in whole milliseconds, so the time is rounded up: a timer never fires early. */
final class SystemLoopClock implements LoopClock {
    static final LoopClock INSTANCE = new SystemLoopClock();

    private static final long NANOS_PER_MILLI = 1_000_000;

    private SystemLoopClock() {}

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void await(Selector selector, long nanos, boolean outsideWork) throws IOException {
        if (nanos == 0) {
            selector.selectNow();
        } else if (nanos < 0) {
            selector.select();
        } else {
            selector.select(nanos / NANOS_PER_MILLI + (nanos % NANOS_PER_MILLI == 0 ? 0 : 1));
        }
    }
}
