package dev.fermata.loop;

import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Delegate;
import dev.fermata.State;
import dev.fermata.TypeMismatchException;
import dev.fermata.frame.CoroutineFrame;
import dev.fermata.frame.Frame;

/**
 * A coroutine that its loop drives (asyncio's {@code Task}). Awaiting a task joins it. Confined to the loop's thread.
 *
 * @param <T> what the coroutine returns
 */
public final class Task<T> implements Awaitable<T> {
    private final EventLoop loop;
    private final CoroutineFrame frame;
    private final Promise<T> outcome;

    Task(EventLoop loop, Coroutine<T> coroutine) {
        if (coroutine.state() != State.CREATED) {
            throw new IllegalStateException(coroutine + " has been started already: a task wants a fresh coroutine");
        }
        this.loop = loop;
        this.frame = (CoroutineFrame) coroutine;
        this.outcome = new Promise<>(loop);
    }

    /**
     * Whether the coroutine has ended.
     *
     * @return true if it has returned or failed
     */
    public boolean isDone() {
        return outcome.isDone();
    }

    /**
     * What the coroutine returned. A failure is thrown as it is, checked or not.
     *
     * @return the result, may be null
     * @throws IllegalStateException if the task has not ended
     */
    public T result() {
        return outcome.result();
    }

    /** Waits for the task; its failure is thrown at every {@code await} of it. */
    @Override
    public Delegate<?, ?, T> awaiter() {
        return outcome.awaiter();
    }

    @Override
    public String toString() {
        return "task of " + frame;
    }

    /** Drives the coroutine to its next suspension; {@code input} as for {@link Frame#resume}. */
    void step(Object input) {
        Object trap;
        try {
            trap = frame.resume(input);
        } catch (Throwable failure) {
            fail(failure);
            EventLoop.rethrowIfFatal(failure);
            return;
        }
        if (frame.ended()) {
            loop.forget(this);
            outcome.completeUnchecked(trap);
        } else if (trap instanceof Trap known) {
            known.park(this);
        } else {
            loop.callSoon(
                    () -> step(
                            Frame.raising(
                                    new TypeMismatchException(
                                            frame + " suspended with "
                                                    + (trap == null
                                                            ? "null"
                                                            : "a "
                                                                    + trap.getClass()
                                                                            .getName())
                                                    + ", which an EventLoop does not understand: await a Promise, a Task or EventLoop.sleep instead"))));
        }
    }

    /** Continues the coroutine in the next turn of the loop. */
    void wake(Object input) {
        loop.callSoon(() -> step(input));
    }

    EventLoop loop() {
        return loop;
    }

    /** Ends the coroutine where it stands, because its loop ends. */
    void close() {
        try {
            frame.close();
        } catch (Throwable failure) {
            fail(failure);
            return;
        }
        if (!outcome.isDone()) {
            outcome.fail(new IllegalStateException(this + " was closed with its loop"));
            outcome.markSeen();
        }
    }

    private void fail(Throwable failure) {
        loop.forget(this);
        outcome.fail(failure);
        loop.watchFailure(this);
    }

    /** The failure that nobody has asked about, or null. */
    Throwable unseenFailure() {
        return outcome.unseenFailure();
    }

    /** The failure is on its way to whoever runs the loop. */
    void markSeen() {
        outcome.markSeen();
    }
}
