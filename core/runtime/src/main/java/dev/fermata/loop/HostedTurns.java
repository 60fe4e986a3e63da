package dev.fermata.loop;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has an executor run the turns of a loop that has no thread of its own, each when there is something to do. */
final class HostedTurns {
    private final EventLoop loop;
    private final Executor host;

    /** Whether a turn has been asked for that has not begun. */
    private final AtomicBoolean isRequested = new AtomicBoolean();

    HostedTurns(EventLoop loop, Executor host) {
        this.loop = loop;
        this.host = host;
    }

    /** Any thread: what it has brought is let in by a turn that begins after this. */
    void request() {
        if (isRequested.compareAndSet(false, true)) {
            try {
                host.execute(this::turn);
            } catch (Throwable refusal) {
                isRequested.set(false); // or no turn would ever be asked for again
                throw refusal;
            }
        }
    }

    /** During a turn its end looks what is left to do. */
    void requestIfOutside() {
        if (!loop.isRunning()) {
            request();
        }
    }

    /** On the host: when the loop is to be woken for a timer, and whether at all. */
    private long alarm;

    private boolean isAlarmSet;

    private void turn() {
        isRequested.set(false);
        if (loop.isClosed()) {
            return;
        }
        if (isAlarmSet && loop.time() - alarm >= 0) {
            isAlarmSet = false;
        }
        long nanos = 0; // should the turn break off, the next one does what is left
        try {
            nanos = loop.hostedTurn();
        } finally {
            if (nanos == 0) {
                request();
            } else if (nanos > 0) {
                setAlarm(nanos);
            }
        }
    }

    /** An alarm that is not needed any more costs an idle turn; one that comes early enough serves. */
    private void setAlarm(long nanos) {
        long time = loop.time() + nanos;
        if (!isAlarmSet || time - alarm < 0) {
            isAlarmSet = true;
            alarm = time;
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(this::ring);
        }
    }

    /** On a thread of the JDK's, which would hide a failure. */
    private void ring() {
        try {
            request();
        } catch (RuntimeException refusal) {
            if (!loop.isClosed()) {
                Log.LOGGER.log(
                        Level.ERROR, "the host of an event loop refuses to run it, so its timers do not fire", refusal);
            }
        }
    }
}
