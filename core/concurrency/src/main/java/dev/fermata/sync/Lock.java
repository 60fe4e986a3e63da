package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.loop.Confinement;
import dev.fermata.waiting.Attempt;
import dev.fermata.waiting.Place;
import dev.fermata.waiting.WaitQueue;

/**
 * Lets one task in at a time, in the order in which they came (asyncio's {@code Lock}). Wanted where a task suspends in
 * the middle of something; between two suspension points nobody else runs anyway.
 *
 * <pre>{@code
 * try (Permit permit = await(lock.acquire())) {
 *     await(connection.send(request));
 * }
 * }</pre>
 *
 * <p>A released lock goes directly to whoever has waited longest: nobody jumps the queue, and {@link #isLocked} stays true
 * although that task has yet to run. The lock does not know who holds it; who looks at the loop finds out by the permit. It is not reentrant. Confined to one loop.
 */
public final class Lock implements PermitSource {
    private static final String METHOD = "Lock.acquire";

    private final WaitQueue<Place> waiters = new WaitQueue<>();
    private boolean locked;

    /** Makes a free lock. */
    public Lock() {}

    /**
     * Waits until the lock is free, and takes it. Does not suspend if it is free now. A task that is cancelled while it
     * waits, or before it runs after it was given the lock, does not hold it.
     *
     * @return gives what releases the lock
     */
    public Coroutine<Permit> acquire() {
        return new Acquire(this).coroutine();
    }

    private static final class Acquire extends Attempt {
        private final Lock lock;

        Acquire(Lock lock) {
            this.lock = lock;
        }

        @Override
        public Object step(Object input, int depth) {
            if (isResumed()) {
                return take(input);
            }
            Permit permit = lock.tryAcquire();
            if (permit != null) {
                return permit;
            }
            Wait wait = new Wait(lock);
            wait.attempt();
            return suspend(wait);
        }

        @Override
        protected String method() {
            return METHOD;
        }
    }

    private static final class Wait extends Place {
        private final Lock lock;

        Wait(Lock lock) {
            super(lock.waiters);
            this.lock = lock;
        }

        @Override
        protected Object attempt() {
            return enter();
        }

        @Override
        protected boolean isKept() {
            lock.release();
            return false;
        }

        @Override
        protected Object waitedFor() {
            return lock;
        }

        @Override
        protected String method() {
            return METHOD;
        }
    }

    /**
     * Takes the lock if it is free.
     *
     * @return what releases it; null if it is taken
     */
    public Permit tryAcquire() {
        Confinement.check(this, "Lock.tryAcquire");
        if (locked) {
            return null;
        }
        locked = true;
        return new Permit(this);
    }

    /**
     * Gives the lock to whoever has waited longest, or frees it.
     *
     * @throws IllegalStateException if it is free
     */
    @Override
    public void release() {
        Confinement.check(this, "Lock.release");
        if (!locked) {
            throw new IllegalStateException("the lock is free: only whoever has acquired it may release it, once");
        }
        Place next = waiters.next();
        if (next == null) {
            locked = false;
        } else {
            next.unpark(new Permit(this));
        }
    }

    /**
     * Whether somebody holds it.
     *
     * @return true if {@link #acquire} would have to wait
     */
    public boolean isLocked() {
        return locked;
    }

    @Override
    public String toString() {
        return "lock, " + (locked ? "taken, " + waiters.size() + " waiting" : "free");
    }
}
