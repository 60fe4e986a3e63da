package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.loop.Confinement;
import dev.fermata.waiting.Place;
import dev.fermata.waiting.WaitQueue;

/**
 * Where a number of tasks wait for one another; when the last one comes all go on, and the barrier is ready for the next
 * round (asyncio's {@code Barrier}). Confined to one loop.
 *
 * <p>A task that is cancelled while it waits is no longer counted; the others wait for somebody else. One that is cancelled
 * when all have come, before it goes on, does not keep the others back.
 */
public final class Barrier {
    private final WaitQueue<Place> waiters = new WaitQueue<>();
    private final int parties;
    private boolean broken;

    /**
     * Makes a barrier.
     *
     * @param parties how many have to come, at least 1
     * @throws IllegalArgumentException if less than 1
     */
    public Barrier(int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException("a barrier for " + parties + " holds nobody");
        }
        this.parties = parties;
    }

    /**
     * Waits until all have come. The last one does not suspend.
     *
     * @return gives the place in the order of arrival, from 0 to {@code parties - 1}, to each another one
     * @throws BrokenBarrierException if the barrier is broken, or is aborted or reset before all have come
     */
    public Coroutine<Integer> await() {
        return new Await(this).coroutine();
    }

    private static final class Await extends Place {
        private final Barrier barrier;

        Await(Barrier barrier) {
            super(barrier.waiters);
            this.barrier = barrier;
        }

        @Override
        protected Object attempt() {
            Confinement.check(barrier, "Barrier.await");
            if (barrier.broken) {
                throw new BrokenBarrierException("the barrier has been aborted, and not reset since");
            }
            return barrier.waiting() < barrier.parties - 1 ? enter() : barrier.letThrough();
        }

        @Override
        protected boolean isKept() {
            return false; // the others have gone on
        }

        @Override
        protected String method() {
            return "Barrier.await";
        }
    }

    private int letThrough() {
        int index = 0;
        for (Place next = waiters.next(); next != null; next = waiters.next()) {
            next.unpark(index++);
        }
        return index;
    }

    private void turnAway() {
        waiters.drain(waiter -> waiter.unparkRaising(
                new BrokenBarrierException("the barrier was aborted or reset before all had come")));
    }

    /** Breaks the barrier: whoever waits, or comes before it is reset, gets a {@link BrokenBarrierException}. */
    public void abort() {
        Confinement.check(this, "Barrier.abort");
        broken = true;
        turnAway();
    }

    /** Makes the barrier as new. Whoever waits gets a {@link BrokenBarrierException}. */
    public void reset() {
        Confinement.check(this, "Barrier.reset");
        broken = false;
        turnAway();
    }

    /**
     * Whether it has been aborted, and not reset since.
     *
     * @return true if so
     */
    public boolean isBroken() {
        return broken;
    }

    /**
     * How many have to come.
     *
     * @return the number
     */
    public int parties() {
        return parties;
    }

    /**
     * How many have come and wait for the others.
     *
     * @return the number
     */
    public int waiting() {
        return waiters.size();
    }

    @Override
    public String toString() {
        return "barrier, " + (broken ? "broken" : waiting() + " of " + parties + " waiting");
    }
}
