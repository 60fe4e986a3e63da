package dev.fermata.sync;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.waiting.WaitQueue;
import dev.fermata.waiting.Waiter;

/**
 * Lets a number of tasks in at a time, in the order in which they came (asyncio's {@code Semaphore}). A released permit
 * goes directly to whoever has waited longest. Confined to one loop.
 *
 * <pre>{@code
 * Semaphore connections = Semaphore.bounded(10);
 * try (Permit permit = await(connections.acquire())) {
 *     ...
 * }
 * }</pre>
 */
public final class Semaphore implements PermitSource {
    private final WaitQueue<Void> waiters = new WaitQueue<>();
    private final int bound;
    private int available;

    /**
     * Makes a semaphore to which permits may be added by releasing what was never acquired.
     *
     * @param permits how many there are at first, not negative
     * @throws IllegalArgumentException if negative
     */
    public Semaphore(int permits) {
        this(permits, Integer.MAX_VALUE);
    }

    private Semaphore(int permits, int bound) {
        if (permits < 0) {
            throw new IllegalArgumentException("a semaphore cannot have " + permits + " permits");
        }
        this.available = permits;
        this.bound = bound;
    }

    /**
     * Makes a semaphore that never has more permits than at first (asyncio's {@code BoundedSemaphore}).
     *
     * @param permits how many there are, not negative
     * @return the semaphore
     * @throws IllegalArgumentException if negative
     */
    public static Semaphore bounded(int permits) {
        return new Semaphore(permits, permits);
    }

    /**
     * Waits for a permit, and takes it. Does not suspend if there is one now. A task that is cancelled while it waits, or
     * before it runs after it was given the permit, has none.
     *
     * @return gives what releases the permit
     */
    @Suspendable
    public Coroutine<Permit> acquire() {
        if (available == 0) {
            Waiter<Void> place = waiters.enter();
            try {
                await(place.decision());
            } catch (Throwable lost) {
                if (!waiters.leave(place)) {
                    putBack();
                }
                throw lost;
            }
        } else {
            available--;
        }
        return Coroutine.of(new Permit(this));
    }

    /**
     * Takes a permit if there is one.
     *
     * @return what releases it; null if there is none
     */
    public Permit tryAcquire() {
        if (available == 0) {
            return null;
        }
        available--;
        return new Permit(this);
    }

    /**
     * Gives a permit to whoever has waited longest, or keeps it for the next who comes.
     *
     * @throws OverReleaseException if the semaphore is bounded and has all its permits, or has as many as an int can count
     */
    @Override
    public void release() {
        if (available == bound) {
            throw new OverReleaseException("the semaphore has all of its " + bound + " permits already");
        }
        putBack();
    }

    private void putBack() {
        if (!waiters.grantNext(null)) {
            available++;
        }
    }

    /**
     * How many could acquire now without waiting.
     *
     * @return the number
     */
    public int availablePermits() {
        return available;
    }

    /**
     * Whether there is no permit.
     *
     * @return true if {@link #acquire} would have to wait
     */
    public boolean isLocked() {
        return available == 0;
    }

    @Override
    public String toString() {
        return "semaphore, " + available + " available, " + waiters.count() + " waiting";
    }
}
