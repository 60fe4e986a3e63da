package dev.fermata.loop;

import dev.fermata.Cancellation;
import dev.fermata.frame.CoroutineFrame;
import dev.fermata.frame.Frame;
import dev.fermata.internal.ContextHolder;
import dev.fermata.internal.ContextMap;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

/**
 * A coroutine that runs without a loop: it is resumed by the thread that completes what it awaits, and its end completes
 * this future.
 *
 * <pre>
 *              suspends                     awaited = stage
 *   running ──────────────► parked          whoever sets it back to null resumes: the thread that
 *           ◄──────────────                 completes the stage, or one that cancels this future
 *              claim(stage)
 * </pre>
 *
 * <p>Setting {@code awaited} is the release, {@link #claim} the acquire of the hand-over from thread to thread.
 *
 * @param <T> what the coroutine returns
 */
final class DrivenFuture<T> extends CompletableFuture<T> {
    private static final VarHandle AWAITED;

    /** Stands for no input: somebody else will go on. */
    private static final Object PARKED = new Object();

    static {
        try {
            AWAITED = MethodHandles.lookup().findVarHandle(DrivenFuture.class, "awaited", CompletableFuture.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final CoroutineFrame frame;

    /** The values of the context variables, as the last step has left them. */
    private ContextMap context;

    /** What the parked coroutine waits for; null while it runs. */
    private volatile CompletableFuture<?> awaited;

    /** Asked for while the coroutine ran; raised where it next waits. Written before {@code awaited} is read, and vice versa. */
    private volatile boolean isCancellationDue;

    DrivenFuture(CoroutineFrame frame) {
        this.frame = frame;
    }

    void start() {
        context = ContextHolder.ofThread().map();
        run(null);
    }

    /**
     * Asks the coroutine to stop, and everything of this kind that it waits for, from the innermost one outwards. This
     * future is cancelled when it returns, unless the coroutine has answered by ending otherwise.
     */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!isDone()) {
            Deque<DrivenFuture<?>> claimed = new ArrayDeque<>();
            DrivenFuture<?> next = this;
            while (next != null) {
                next = next.claimForCancellation(claimed);
            }
            claimed.forEach(DrivenFuture::stop);
        }
        return isCancelled();
    }

    /** What {@code thenApply} and its like make is driven by nobody. */
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }

    /** Gives the one that this one waits for, if it is to be stopped first. */
    private DrivenFuture<?> claimForCancellation(Deque<DrivenFuture<?>> claimed) {
        isCancellationDue = true;
        CompletableFuture<?> stage = awaited;
        if (stage == null || !claim(stage)) {
            super.cancel(false); // it runs; it will be told when it next waits
            return null;
        }
        isCancellationDue = false;
        claimed.push(this);
        if (stage instanceof DrivenFuture<?> inner && !inner.isDone()) {
            return inner;
        }
        stage.cancel(false);
        return null;
    }

    private void stop() {
        Nesting.run(() -> run(Frame.raising(new Cancellation())));
        super.cancel(false);
    }

    /** Resumes the coroutine, again and again if what it awaits is complete by then. Only by who has claimed it. */
    private void run(Object first) {
        Object input = first;
        do {
            Object trap;
            try {
                trap = resume(input);
            } catch (Throwable failure) {
                fail(failure);
                return;
            }
            if (frame.ended()) {
                returned(trap);
                return;
            }
            input = park(trap);
        } while (input != PARKED);
    }

    private Object resume(Object input) {
        ContextHolder holder = ContextHolder.ofThread();
        ContextMap outer = holder.map();
        holder.set(context);
        try {
            return frame.resume(input);
        } finally {
            context = holder.map();
            holder.set(outer);
        }
    }

    /** Gives what to go on with at once, or {@link #PARKED}. */
    private Object park(Object trap) {
        if (trap == null) {
            return null; // lets everybody else have a turn, and there is nobody else
        }
        if (!(trap instanceof CompletableFuture<?> stage)) {
            return Frame.raising(new IllegalStateException(refusal(trap)));
        }
        if (stage == this) {
            return Frame.raising(new IllegalStateException(frame + " awaits its own future, which would never end"));
        }
        awaited = stage;
        if (isCancellationDue && claim(stage)) {
            isCancellationDue = false;
            stage.cancel(false);
            return Frame.raising(new Cancellation());
        }
        if (stage.isDone()) {
            return claim(stage) ? null : PARKED;
        }
        try {
            stage.whenComplete((value, error) -> completed(stage));
        } catch (Throwable failure) { // a stage of somebody's own making
            return claim(stage) ? Frame.raising(failure) : PARKED;
        }
        return PARKED;
    }

    private void completed(CompletableFuture<?> stage) {
        if (claim(stage)) {
            Nesting.run(() -> run(null));
        }
    }

    private boolean claim(CompletableFuture<?> stage) {
        return AWAITED.compareAndSet(this, stage, null);
    }

    @SuppressWarnings("unchecked") // what the coroutine returns
    private void returned(Object value) {
        complete((T) value);
    }

    private void fail(Throwable failure) {
        if (failure instanceof Cancellation cancellation) {
            completeExceptionally(DeferredFuture.atBorder(cancellation));
        } else if (!completeExceptionally(failure)) {
            Log.LOGGER.log(
                    Level.WARNING, frame + " failed after its future had been completed by somebody else", failure);
        }
        EventLoop.rethrowIfFatal(failure);
    }

    private String refusal(Object trap) {
        if (trap instanceof Trap) {
            return frame
                    + " awaits something that belongs to an event loop, but was started on a thread where none runs:"
                    + " call it within a coroutine of the loop, or await a CompletableFuture, such as that of"
                    + " Deferred.toCompletableFuture()";
        }
        return frame + " suspended with a " + trap.getClass().getName()
                + ", which a future does not understand: await a CompletionStage instead";
    }
}
