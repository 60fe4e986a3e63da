package dev.fermata.waiting;

import dev.fermata.loop.Parking;

/**
 * The wait of one task in one queue, the plain case: it waits until it is first and somebody wakes it, and leaves the queue
 * if it is cancelled.
 */
public abstract class Place extends Parking {
    private final WaitQueue<Place> queue;

    /**
     * Makes a wait.
     *
     * @param queue where to stand in line
     */
    protected Place(WaitQueue<Place> queue) {
        this.queue = queue;
    }

    /**
     * Joins the line.
     *
     * @return what {@link #attempt} is to return then
     */
    protected final Object enter() {
        queue.enter(this);
        return LATER;
    }

    @Override
    protected final void abandoned() {
        queue.leave(this);
    }
}
