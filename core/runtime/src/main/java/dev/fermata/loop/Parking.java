package dev.fermata.loop;

import dev.fermata.Awaitable;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Delegate;
import dev.fermata.frame.Frame;

/**
 * One wait of one task, for those who build what tasks wait at: locks, queues, channels. It is to tasks what {@link
 * java.util.concurrent.locks.LockSupport} is to threads. A {@link Promise} does for any number of tasks, and before anybody
 * waits, what this does for one.
 *
 * <pre>{@code
 * final class Acquire extends Parking {
 *     protected Object attempt() {
 *         if (!locked) {
 *             locked = true;
 *             return null;
 *         }
 *         waiters.add(this);
 *         return LATER;
 *     }
 *
 *     protected void abandoned() {
 *         waiters.remove(this);
 *     }
 *
 *     protected boolean isKept() {
 *         release();                        // to the next one
 *         return false;
 *     }
 *     ...
 * }
 *
 * void release() {
 *     Acquire next = waiters.poll();
 *     if (next == null) {
 *         locked = false;
 *     } else {
 *         next.unpark(null);
 *     }
 * }
 *
 * Coroutine<Void> acquire() {
 *     return new Acquire().coroutine();
 * }
 * }</pre>
 *
 * <pre>
 *                                                   the task runs
 *   attempt ── LATER ──► parked ── unpark ──► woken ─────────────────► over
 *      │                   │                    │ cancelled first: isKept
 *      │ a value           │ cancel: abandoned  │
 *      ▼                   ▼                    ▼
 *     over                over                 over
 * </pre>
 *
 * Used once. Confined to the loop's thread.
 */
public abstract class Parking implements Awaitable<Object>, Trap, Waitable {
    /** What {@link #attempt} returns if the task has to wait. */
    protected static final Object LATER = new Object();

    private Task<?> task;

    /** {@link #LATER} as long as it is not known. */
    private Object outcome = LATER;

    private boolean isUsed;

    /** For subclasses. */
    protected Parking() {}

    /**
     * Tries to do without waiting; called when this is awaited. What it throws is thrown at the {@code await}.
     *
     * @return what the {@code await} gives; {@link #LATER} if the task has to wait until {@link #unpark}
     */
    protected abstract Object attempt();

    /** Called when nobody waits any more because the task has been cancelled while it was parked. */
    protected abstract void abandoned();

    /**
     * Called when the task has been cancelled after {@link #unpark} and before it has run, in the turn in which it would
     * have run. Takes back what it was woken for, if it can, and passes it on.
     *
     * @return false if so: then the cancellation is thrown; true if it stands: then the {@code await} gives it, and the
     *     cancellation is thrown at the next suspension point
     */
    protected abstract boolean isKept();

    /**
     * Names what waits.
     *
     * @return class and method, for messages
     */
    protected abstract String method();

    /**
     * What the task wants that others hold, for those who look at the loop to find out who does: they keep a {@link Holding} of
     * it.
     *
     * @return that; null if nobody can hold it
     */
    protected Object waitedFor() {
        return null;
    }

    /**
     * This as what it is to the user.
     *
     * @param <T> what {@link #attempt} and {@link #unpark} give; unchecked
     * @return a coroutine that waits here
     */
    @SuppressWarnings("unchecked") // the subclass knows what it gives
    public final <T> Coroutine<T> coroutine() {
        return (Coroutine<T>) (Coroutine<?>) new ParkingFrame(this);
    }

    @Override
    public final Delegate<?, ?, Object> awaiter() {
        return new ParkingFrame(this);
    }

    /**
     * Whether {@link #unpark} would still reach the task.
     *
     * @return false once it has been woken or cancelled
     */
    public final boolean isParked() {
        return outcome == LATER;
    }

    /**
     * Wakes the task: it goes on in the next turn.
     *
     * @param value what the {@code await} gives, may be null
     * @throws IllegalStateException if it is woken or cancelled already, or another thread runs the loop
     */
    public final void unpark(Object value) {
        settle(value);
    }

    /**
     * Wakes the task with an exception.
     *
     * @param error what the {@code await} throws, not null
     * @throws IllegalStateException if it is woken or cancelled already, or another thread runs the loop
     */
    public final void unparkRaising(Throwable error) {
        settle(Frame.raising(error));
    }

    private void settle(Object result) {
        if (outcome != LATER) {
            throw new IllegalStateException(this + " is not parked: ask isParked first");
        }
        if (task != null) {
            task.loop().checkThread("Parking.unpark");
        } else {
            Confinement.check(this, "Parking.unpark");
        }
        outcome = result;
        if (task != null) {
            task.wakeBy(this);
        }
    }

    /** It is awaited, which can be done once. */
    final void use() {
        if (isUsed) {
            throw new IllegalStateException(this + " has been awaited before: make a new one for each wait");
        }
        Confinement.check(this, "Parking.coroutine");
        isUsed = true;
    }

    /**
     * Called by the loop.
     *
     * @param parked the task that waits
     */
    @Override
    public final void park(Task<?> parked) {
        task = parked;
        if (outcome == LATER) {
            parked.waitFor(this);
        } else {
            parked.wakeBy(this);
        }
    }

    /**
     * Called by the loop.
     *
     * @param reason why the task is cancelled, may be null
     * @return whether that ends the wait
     */
    @Override
    public final boolean cancel(String reason) {
        if (outcome != LATER) {
            return false;
        }
        outcome = Frame.raising(new Cancellation(reason));
        abandoned();
        task.wakeBy(this);
        return true;
    }

    /** The task has been closed: nobody is to be woken. */
    final void abandon() {
        outcome = null;
        abandoned();
    }

    /** What the task is resumed with. */
    final Object outcome() {
        return outcome;
    }

    /** Whether a cancellation that comes too late has to wait. */
    final boolean standsAgainstCancellation() {
        return Frame.raisedBy(outcome) == null && isKept();
    }

    @Override
    public final String toString() {
        return "coroutine " + method();
    }
}
