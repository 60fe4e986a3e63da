package dev.fermata.loop;

import dev.fermata.internal.ContextMap;

/** A callback with a deadline (asyncio's {@code TimerHandle}). Confined to the loop's thread. */
public final class TimerHandle extends CallbackHandle {
    private final TimerHeap heap;
    private final long deadline;
    private final long sequence;

    /** Where it stands in the heap; negative once it is out. */
    int position = -1;

    TimerHandle(TimerHeap heap, long deadline, long sequence, Runnable callback, ContextMap context) {
        super(callback, context);
        this.heap = heap;
        this.deadline = deadline;
        this.sequence = sequence;
    }

    @Override
    public void cancel() {
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
    public long deadline() {
        return deadline;
    }

    /** Earlier deadline first; among equal ones the timer that was set first. Clocks wrap, so differences count. */
    boolean isBefore(TimerHandle other) {
        long difference = deadline - other.deadline;
        return difference != 0 ? difference < 0 : sequence < other.sequence;
    }
}
