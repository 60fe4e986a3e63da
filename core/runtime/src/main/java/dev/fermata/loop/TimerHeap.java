package dev.fermata.loop;

import java.util.Arrays;

/**
 * Timers by deadline, in a heap of four children per node: half as deep as one of two, and the children lie in one cache
 * line. A timer knows its position, so that one that is cancelled leaves at once. Most timeouts are cancelled; a heap that
 * kept them until their time came would grow with the rate of requests times the length of the timeout.
 */
final class TimerHeap {
    private static final int CHILDREN = 4;

    private TimerHandle[] heap = new TimerHandle[16];
    private int size;
    private long nextSequence;

    void add(TimerHandle timer) {
        timer.sequence = nextSequence++;
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        siftUp(size++, timer);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Nanoseconds until the next timer, 0 if one is due, -1 if there is none. */
    long untilNext(long now) {
        return size == 0 ? -1 : Math.max(0, heap[0].deadline() - now);
    }

    /** Takes a timer that is due, or null. */
    TimerHandle pollDue(long now) {
        if (size == 0 || heap[0].deadline() - now > 0) {
            return null;
        }
        TimerHandle due = heap[0];
        remove(due);
        return due;
    }

    void remove(TimerHandle timer) {
        int hole = timer.position;
        timer.position = -1;
        TimerHandle last = heap[--size];
        heap[size] = null;
        if (last != timer) {
            if (hole > 0 && last.isBefore(heap[(hole - 1) / CHILDREN])) {
                siftUp(hole, last);
            } else {
                siftDown(hole, last);
            }
        }
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            heap[i].position = -1;
        }
        Arrays.fill(heap, 0, size, null);
        size = 0;
    }

    private void siftUp(int hole, TimerHandle timer) {
        int at = hole;
        while (at > 0) {
            int parent = (at - 1) / CHILDREN;
            if (!timer.isBefore(heap[parent])) {
                break;
            }
            put(at, heap[parent]);
            at = parent;
        }
        put(at, timer);
    }

    private void siftDown(int hole, TimerHandle timer) {
        int at = hole;
        for (int first = at * CHILDREN + 1; first < size; first = at * CHILDREN + 1) {
            int least = first;
            for (int child = first + 1; child < Math.min(first + CHILDREN, size); child++) {
                if (heap[child].isBefore(heap[least])) {
                    least = child;
                }
            }
            if (!heap[least].isBefore(timer)) {
                break;
            }
            put(at, heap[least]);
            at = least;
        }
        put(at, timer);
    }

    private void put(int at, TimerHandle timer) {
        heap[at] = timer;
        timer.position = at;
    }
}
