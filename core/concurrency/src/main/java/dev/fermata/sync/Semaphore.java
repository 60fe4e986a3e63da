package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.loop.Confinement;
import dev.fermata.waiting.Attempt;
import dev.fermata.waiting.Place;
import dev.fermata.waiting.WaitQueue;

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
    private static final String METHOD = "Semaphore.acquire";

    private final WaitQueue<Place> waiters = new WaitQueue<>();
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
    public Coroutine<Permit> acquire() {
        return new Acquire(this).coroutine();
    }

    private static final class Acquire extends Attempt {
        private final Semaphore semaphore;

        Acquire(Semaphore semaphore) {
            this.semaphore = semaphore;
        }

        @Override
        public Object step(Object input, int depth) {
            if (isResumed()) {
                return take(input);
            }
            Permit permit = semaphore.tryAcquire();
            if (permit != null) {
                return permit;
            }
            Wait wait = new Wait(semaphore);
            wait.attempt();
            return suspend(wait);
        }

        @Override
        protected String method() {
            return METHOD;
        }
    }

    private static final class Wait extends Place {
        private final Semaphore semaphore;

        Wait(Semaphore semaphore) {
            super(semaphore.waiters);
            this.semaphore = semaphore;
        }

        @Override
        protected Object attempt() {
            return enter();
        }

        @Override
        protected boolean isKept() {
            semaphore.putBack();
            return false;
        }

        @Override
        protected Object waitedFor() {
            return semaphore;
        }

        @Override
        protected String method() {
            return METHOD;
        }
    }

    /**
     * Takes a permit if there is one.
     *
     * @return what releases it; null if there is none
     */
    public Permit tryAcquire() {
        Confinement.check(this, "Semaphore.tryAcquire");
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
        Confinement.check(this, "Semaphore.release");
        if (available == bound) {
            throw new OverReleaseException("the semaphore has all of its " + bound + " permits already");
        }
        putBack();
    }

    private void putBack() {
        Place next = waiters.next();
        if (next == null) {
            available++;
        } else {
            next.unpark(new Permit(this));
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
        return "semaphore, " + available + " available, " + waiters.size() + " waiting";
    }
}
