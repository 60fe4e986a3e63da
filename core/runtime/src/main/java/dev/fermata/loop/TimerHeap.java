package dev.fermata.loop;

import java.util.PriorityQueue;

/**
 * Timers by deadline. A cancelled timer stays in the heap until it comes to the top: most timeouts are cancelled, and a
 * search for each would cost more than the memory does.
 */
final class TimerHeap {
    private final PriorityQueue<TimerHandle> heap = new PriorityQueue<>(TimerHandle::compare);
    private long nextSequence;

    TimerHandle add(long deadline, Runnable callback) {
        TimerHandle timer = new TimerHandle(deadline, nextSequence++, callback);
        heap.add(timer);
        return timer;
    }

    boolean isEmpty() {
        return heap.isEmpty();
    }

    /** Nanoseconds until the next timer, 0 if one is due, -1 if there is none. */
    long untilNext(long now) {
        dropCancelled();
        TimerHandle next = heap.peek();
        return next == null ? -1 : Math.max(0, next.deadline() - now);
    }

    /** Takes a timer that is due, or null. */
    TimerHandle pollDue(long now) {
        dropCancelled();
        TimerHandle next = heap.peek();
        return next != null && next.deadline() - now <= 0 ? heap.poll() : null;
    }

    private void dropCancelled() {
        while (!heap.isEmpty() && heap.peek().isCancelled()) {
            heap.poll();
        }
    }
}
