package dev.fermata.loop;

import dev.fermata.Awaitable;
import dev.fermata.Delegate;
import dev.fermata.frame.Frame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * A value that comes later (asyncio's {@code Future}). Confined to its loop's thread; another thread completes it by way
 * of {@link EventLoop#callSoonThreadsafe}.
 *
 * @param <T> the type of the value
 */
public final class Promise<T> implements Awaitable<T> {
    private final EventLoop loop;
    private final Deque<PromiseAwaiter> waiters = new ArrayDeque<>(2);
    private boolean done;
    private Object value;
    private Throwable failure;
    private boolean failureSeen;

    /**
     * Makes a promise without a value.
     *
     * @param loop whose tasks may await it, not null
     */
    public Promise(EventLoop loop) {
        this.loop = Objects.requireNonNull(loop, "loop");
    }

    /**
     * Gives the value; those who wait are woken in the order in which they came, in the next turn of the loop.
     *
     * @param result the value, may be null
     * @throws IllegalStateException if the promise has a value or a failure already
     */
    public void complete(T result) {
        completeUnchecked(result);
    }

    /**
     * Fails; the exception is thrown, unwrapped, at every {@code await}.
     *
     * @param error the failure, not null
     * @throws IllegalStateException if the promise has a value or a failure already
     */
    public void fail(Throwable error) {
        Objects.requireNonNull(error, "error");
        settle();
        failure = error;
        wakeAll();
    }

    /**
     * Whether there is a value or a failure.
     *
     * @return true if so
     */
    public boolean isDone() {
        return done;
    }

    /**
     * The value. A failure is thrown as it is, checked or not.
     *
     * @return the value, may be null
     * @throws IllegalStateException if there is neither
     */
    @SuppressWarnings("unchecked") // only complete sets it
    public T result() {
        if (!done) {
            throw new IllegalStateException("the result is not there yet: await it");
        }
        return (T) Frame.take(outcome());
    }

    @Override
    @SuppressWarnings("unchecked") // the awaiter's result is ours
    public Delegate<?, ?, T> awaiter() {
        return (Delegate<?, ?, T>) (Delegate<?, ?, ?>) new PromiseAwaiter(this);
    }

    void completeUnchecked(Object result) {
        settle();
        value = result;
        wakeAll();
    }

    /** What a frame that waited is resumed with. */
    Object outcome() {
        if (failure == null) {
            return value;
        }
        failureSeen = true;
        return Frame.raising(failure);
    }

    void add(PromiseAwaiter waiter) {
        waiters.add(waiter);
    }

    void remove(PromiseAwaiter waiter) {
        waiters.remove(waiter);
    }

    Throwable unseenFailure() {
        return failureSeen ? null : failure;
    }

    void markSeen() {
        failureSeen = true;
    }

    private void settle() {
        if (done) {
            throw new IllegalStateException("the promise has its result already");
        }
        loop.checkThread("Promise.complete");
        done = true;
    }

    private void wakeAll() {
        for (PromiseAwaiter waiter = waiters.poll(); waiter != null; waiter = waiters.poll()) {
            waiter.wake(outcome());
        }
    }
}
