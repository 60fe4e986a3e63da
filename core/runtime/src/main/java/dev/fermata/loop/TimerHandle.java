package dev.fermata.loop;

/** A callback that is to run later; {@link #cancel} takes it back. Confined to the loop's thread. */
public final class TimerHandle {
    private final long deadline;
    private final long sequence;
    private Runnable callback;

    TimerHandle(long deadline, long sequence, Runnable callback) {
        this.deadline = deadline;
        this.sequence = sequence;
        this.callback = callback;
    }

    /**
     * Keeps the callback from running, if it has not run yet. The reference to it is dropped at once (asyncio's {@code
     * TimerHandle.cancel}).
     */
    public void cancel() {
        callback = null;
    }

    boolean isCancelled() {
        return callback == null;
    }

    long deadline() {
        return deadline;
    }

    /** Runs the callback, unless it has been cancelled since its time came. */
    void run() {
        Runnable due = callback;
        callback = null;
        if (due != null) {
            due.run();
        }
    }

    /** Earlier deadline first; among equal ones the timer that was set first. Clocks wrap, so differences count. */
    static int compare(TimerHandle a, TimerHandle b) {
        int byDeadline = Long.signum(a.deadline - b.deadline);
        return byDeadline != 0 ? byDeadline : Long.signum(a.sequence - b.sequence);
    }
}
