package dev.fermata.loop;

import dev.fermata.Cancellation;
import dev.fermata.internal.ContextHolder;
import dev.fermata.internal.ContextMap;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.Callable;
import org.jetbrains.annotations.Async;

/**
 * Work that another thread does for a loop, and the promise of its result.
 *
 * <pre>
 *   loop's thread                         the other one
 *   offload ────────► executor ─────────► begin, call, finish
 *   cancel ── interrupts it, if it is between begin and finish
 *   settle ◄───────── Door ◄───────────── result or failure
 * </pre>
 */
final class Offload<T> implements Runnable {
    private final EventLoop loop;
    private final Offloads offloads;
    private final Callable<? extends T> work;
    private final ContextMap context;
    private final Promise<T> promise;

    /** Who does the work at the moment. Guarded by this, as are the next. */
    private Thread worker;

    private boolean hasBegun;

    private boolean isCancelled;

    @Async.Schedule
    Offload(EventLoop loop, Offloads offloads, Callable<? extends T> work) {
        this.loop = loop;
        this.offloads = offloads;
        this.work = work;
        this.context = loop.captureContext();
        this.promise = Promise.cancelledBy(loop, this::cancel);
    }

    Promise<T> promise() {
        return promise;
    }

    /** The other thread. */
    @Override
    @Async.Execute
    public void run() {
        if (!begin()) {
            comeBack(null, null);
            return;
        }
        Outcome<T> outcome = new Outcome<>();
        ContextHolder holder = ContextHolder.ofThread();
        ContextMap outer = holder.map();
        holder.set(context);
        try {
            loop.carriers().runWith(context, () -> outcome.of(work));
        } catch (Throwable failure) { // a carrier's
            outcome.error = failure;
        } finally {
            holder.set(outer);
            finish();
        }
        comeBack(outcome.value, outcome.error);
    }

    /** What the work has ended with, until the carriers have been taken off again. */
    private static final class Outcome<T> {
        private T value;
        private Throwable error;

        void of(Callable<? extends T> work) {
            try {
                value = work.call();
            } catch (Throwable failure) { // whatever it is, it belongs to who awaits
                error = failure;
            }
        }
    }

    /** The loop's thread: keeps the work from beginning, or has it stop, if it listens to being interrupted. */
    void interrupt() {
        if (!stop()) {
            offloads.ended(this); // whoever has it in a queue may keep it there
        }
    }

    /** Gives whether the work has begun. */
    private synchronized boolean stop() {
        isCancelled = true;
        if (worker != null) {
            worker.interrupt();
        }
        return hasBegun;
    }

    private boolean cancel(String reason) {
        interrupt();
        return promise.end(reason);
    }

    private synchronized boolean begin() {
        if (isCancelled) {
            return false;
        }
        hasBegun = true;
        worker = Thread.currentThread();
        return true;
    }

    /** An interrupt that was meant for this work must not hit the next one on the thread. */
    private synchronized void finish() {
        worker = null;
        if (isCancelled) {
            Thread.interrupted();
        }
    }

    private void comeBack(T value, Throwable error) {
        if (!loop.bringIn(() -> settle(value, error)) && error != null && !isOfInterrupt(error)) {
            EventLoop.log(lateFailure(error));
        }
    }

    /** The loop's thread. */
    private void settle(T value, Throwable error) {
        offloads.ended(this);
        if (promise.isDone()) {
            if (error != null && !isOfInterrupt(error)) {
                loop.report(lateFailure(error));
            }
        } else if (error == null) {
            promise.complete(value);
        } else if (error instanceof Cancellation cancellation) {
            promise.end(cancellation.reason());
        } else {
            promise.fail(error);
        }
    }

    private LoopFailure lateFailure(Throwable error) {
        return new LoopFailure(loop, "offloaded work failed after it had been cancelled", error, promise);
    }

    private static boolean isOfInterrupt(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException
                    || cause instanceof ClosedByInterruptException
                    || cause instanceof InterruptedIOException) {
                return true;
            }
        }
        return false;
    }
}
