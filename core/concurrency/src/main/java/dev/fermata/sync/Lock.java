package dev.fermata.sync;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.waiting.WaitQueue;
import dev.fermata.waiting.Waiter;

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
 * although that task has yet to run. The lock does not know who holds it. It is not reentrant. Confined to one loop.
 */
public final class Lock implements PermitSource {
    private final WaitQueue<Void> waiters = new WaitQueue<>();
    private boolean locked;

    /** Makes a free lock. */
    public Lock() {}

    /**
     * Waits until the lock is free, and takes it. Does not suspend if it is free now. A task that is cancelled while it
     * waits, or before it runs after it was given the lock, does not hold it.
     *
     * @return gives what releases the lock
     */
    @Suspendable
    public Coroutine<Permit> acquire() {
        if (locked) {
            Waiter<Void> place = waiters.enter();
            try {
                await(place.decision());
            } catch (Throwable lost) {
                if (!waiters.leave(place)) {
                    release();
                }
                throw lost;
            }
        } else {
            locked = true;
        }
        return Coroutine.of(new Permit(this));
    }

    /**
     * Takes the lock if it is free.
     *
     * @return what releases it; null if it is taken
     */
    public Permit tryAcquire() {
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
        if (!locked) {
            throw new IllegalStateException("the lock is free: only whoever has acquired it may release it, once");
        }
        locked = waiters.grantNext(null);
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
        return "lock, " + (locked ? "taken, " + waiters.count() + " waiting" : "free");
    }
}
