package dev.fermata.loop;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Says that another thread works for a loop, from {@link EventLoop#expectOutsideWork} until it is closed. A loop in real time
 * does not care; a clock that jumps stands still meanwhile, and nobody takes the loop for dead. Any thread may close it,
 * after it has brought its result in.
 */
public final class OutsideWork implements AutoCloseable {
    private final Door door;
    private final AtomicBoolean isOver = new AtomicBoolean();

    OutsideWork(Door door) {
        this.door = door;
        door.expect();
    }

    /** Ends it. Does nothing the second time. */
    @Override
    public void close() {
        if (isOver.compareAndSet(false, true)) {
            door.expectNoMore();
        }
    }
}
