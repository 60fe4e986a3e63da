package dev.fermata.sync;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Confinement;
import dev.fermata.loop.GivenBack;
import dev.fermata.loop.Parking;
import dev.fermata.waiting.WaitQueue;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Lets tasks that hold a {@link Lock} wait until another one has changed something (asyncio's {@code Condition}). Confined
 * to one loop.
 *
 * <pre>{@code
 * try (Permit permit = await(lock.acquire())) {
 *     await(notEmpty.await(() -> !items.isEmpty()));
 *     item = items.remove();
 * }
 * }</pre>
 */
public final class Condition {
    private final WaitQueue<Signal> waiters = new WaitQueue<>();
    private final Lock lock;

    /**
     * Makes a condition.
     *
     * @param lock what guards the state it is about, not null; several conditions may share one
     */
    public Condition(Lock lock) {
        this.lock = Objects.requireNonNull(lock, "lock");
    }

    /** Makes a condition with a lock of its own. */
    public Condition() {
        this(new Lock());
    }

    /**
     * What guards the state it is about.
     *
     * @return the lock
     */
    public Lock lock() {
        return lock;
    }

    /**
     * Releases the lock, waits for a signal, and takes the lock back. It does so however the wait ends: a cancellation
     * surfaces only when the lock is held again, so that the caller always owns it. A signal that reaches a task in the same
     * turn as a cancellation goes on to the next (CPython from 3.13 on).
     *
     * @return gives null
     * @throws IllegalStateException if the lock is free
     */
    @Suspendable
    public Coroutine<Void> await() {
        checkHeld("await");
        Signal signal = new Signal(this);
        try {
            try {
                Coroutine.await(signal.coroutine());
            } finally {
                Coroutine.await(takeLockBack());
            }
        } catch (Throwable lost) {
            if (signal.isGiven) {
                wakeNext();
            }
            throw lost;
        }
        return null;
    }

    /** The wait for a signal; releases the lock as it begins, and is kept until the lock has been taken back. */
    private static final class Signal extends Parking implements GivenBack {
        private final Condition condition;
        private boolean isGiven;

        Signal(Condition condition) {
            this.condition = condition;
        }

        @Override
        protected Object attempt() {
            Confinement.check(condition, "Condition.await");
            condition.waiters.enter(this);
            condition.lock.release();
            return LATER;
        }

        @Override
        protected void abandoned() {
            condition.waiters.leave(this);
        }

        /** For those who look at the loop: the caller keeps its permit meanwhile. */
        @Override
        public Object givenBack() {
            return condition.lock;
        }

        void give() {
            isGiven = true;
            unpark(null);
        }

        @Override
        protected boolean isKept() {
            return false; // passed on by Condition.await, once the lock has been taken back
        }

        @Override
        protected String method() {
            return "Condition.await";
        }
    }

    /** Acquires the lock even if it is cancelled meanwhile; throws the last cancellation then. */
    @Suspendable
    private Coroutine<Void> takeLockBack() {
        Cancellation cancelled = null;
        for (boolean held = false; !held; ) {
            try {
                Coroutine.await(lock.acquire());
                held = true;
            } catch (Cancellation again) {
                cancelled = again;
            }
        }
        if (cancelled != null) {
            throw cancelled;
        }
        return null;
    }

    /**
     * Waits until a predicate holds: tests it, waits for a signal while it does not, and tests it again (asyncio's {@code
     * wait_for}).
     *
     * @param predicate tested with the lock held, not null
     * @return gives null; the predicate holds then
     * @throws IllegalStateException if the lock is free and the predicate does not hold
     */
    @Suspendable
    public Coroutine<Void> await(BooleanSupplier predicate) {
        while (!predicate.getAsBoolean()) {
            Coroutine.await(await());
        }
        return null;
    }

    /**
     * Wakes whoever has waited longest. It goes on when it has got the lock.
     *
     * @throws IllegalStateException if the lock is free
     */
    public void signal() {
        signal(1);
    }

    /**
     * Wakes those who have waited longest. They go on one after the other, as they get the lock.
     *
     * @param number how many at most
     * @throws IllegalStateException if the lock is free
     */
    public void signal(int number) {
        Confinement.check(this, "Condition.signal");
        checkHeld("signal");
        for (int left = number; left > 0 && wakeNext(); ) {
            left--;
        }
    }

    /**
     * Wakes everybody who waits.
     *
     * @throws IllegalStateException if the lock is free
     */
    public void signalAll() {
        signal(waiters.size());
    }

    private boolean wakeNext() {
        Signal next = waiters.next();
        if (next != null) {
            next.give();
        }
        return next != null;
    }

    private void checkHeld(String operation) {
        if (!lock.isLocked()) {
            throw new IllegalStateException("Condition." + operation + " without the lock: acquire it first");
        }
    }

    @Override
    public String toString() {
        return "condition, " + waiters.size() + " waiting, " + lock;
    }
}
