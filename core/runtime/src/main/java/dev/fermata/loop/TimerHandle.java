package dev.fermata.loop;

import dev.fermata.internal.ContextMap;

/** A callback with a deadline (asyncio's {@code TimerHandle}). Confined to the loop's thread. */
public sealed class TimerHandle extends CallbackHandle permits SleepTimer {
    private final TimerHeap heap;
    private final long deadline;

    /** Tells timers of the same deadline apart; given by the heap. */
    long sequence;

    /** Where it stands in the heap; negative once it is out. */
    int position = -1;

    TimerHandle(TimerHeap heap, long deadline, Runnable callback, ContextMap context) {
        super(callback, context);
        this.heap = heap;
        this.deadline = deadline;
    }

    @Override
    public final void cancel() {
        super.cancel();
        if (position >= 0) {
            heap.remove(this);
        }
    }

    /**
     * When the callback is due.
     *
     * @return nanoseconds on the clock of {@link EventLoop#time}, to be compared by subtraction
     */
    public final long deadline() {
        return deadline;
    }

    /** Earlier deadline first; among equal ones the timer that was set first. Clocks wrap, so differences count. */
    final boolean isBefore(TimerHandle other) {
        long difference = deadline - other.deadline;
        return difference != 0 ? difference < 0 : sequence < other.sequence;
    }
}
