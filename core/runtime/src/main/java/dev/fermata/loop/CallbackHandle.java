package dev.fermata.loop;

import dev.fermata.internal.ContextMap;
import org.jetbrains.annotations.Async;

/**
 * A callback that a loop is to run; {@link #cancel} takes it back (asyncio's {@code Handle}). Confined to the loop's thread.
 */
public sealed class CallbackHandle permits TimerHandle, DoneCallback {
    /** In place of a callback that has run, so that what it holds is let go. */
    private static final Runnable HAS_RUN = () -> {};

    /** Null once it is cancelled. */
    private Runnable callback;

    private final ContextMap context;

    /**
     * Makes a handle.
     *
     * @param callback what to run; null if a subclass sets it, because it is itself what is to run
     */
    @Async.Schedule
    CallbackHandle(Runnable callback, ContextMap context) {
        this.callback = callback;
        this.context = context;
    }

    /** Keeps the callback from running, if it has not run yet. The reference to it is dropped at once. */
    public void cancel() {
        Confinement.check(this, "CallbackHandle.cancel");
        callback = null;
    }

    /**
     * Whether the callback has been taken back.
     *
     * @return true if {@link #cancel} has been called, even if the callback had run by then
     */
    public final boolean isCancelled() {
        return callback == null;
    }

    /** Whether the callback will not run any more. */
    final boolean isOver() {
        return callback == null || callback == HAS_RUN;
    }

    /** What is to run, for messages; null if it has been taken back. */
    Object what() {
        return callback;
    }

    final void runs(Runnable own) {
        callback = own;
    }

    /** Runs the callback in its context, unless it has been cancelled since it became ready. */
    @Async.Execute
    final void run(EventLoop loop) {
        Runnable due = callback;
        if (due != null) {
            callback = HAS_RUN;
            Steps steps = loop.steps();
            ContextMap outer = steps.enter(context);
            try {
                due.run();
            } finally {
                steps.leave(outer);
            }
        }
    }

    /** The loop has been closed, and will not run the callback. */
    final void drop() {
        if (callback instanceof Farewell last) {
            callback = HAS_RUN;
            last.loopClosed();
        }
    }
}
