package dev.fermata.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * What can run now, first come first served: a ring, because this is the innermost loop of every program. It holds tasks
 * only, because storing into an array of a final class needs no check of what is stored; an array of an interface, or of
 * anything that tasks and callbacks have in common, would cost more than all the rest of a turn. Null in the ring stands for
 * the next of the callbacks, which are fewer.
 *
 * <pre>
 *   ring        task, null, task, null         in the order in which they are to run
 *   callbacks         first       second
 * </pre>
 *
 * <p>The first stays in the queue while it runs: so it is known what runs without noting it elsewhere, which would be a
 * reference more to write.
 */
final class ReadyQueue {
    /** A power of two in length. */
    private Task<?>[] ring = new Task<?>[64];

    /** How many have been taken out, and put in, since ever: numbers that wrap. */
    private int head;

    private int tail;

    private boolean isRunning;
    private final Queue<CallbackHandle> callbacks = new ArrayDeque<>();

    void add(Task<?> task) {
        if (tail - head == ring.length) {
            grow();
        }
        ring[tail & (ring.length - 1)] = task;
        tail++;
    }

    void add(CallbackHandle callback) {
        callbacks.add(callback);
        add((Task<?>) null);
    }

    boolean isEmpty() {
        return head == tail;
    }

    /** How many there are, apart from the one that runs. */
    int size() {
        return isRunning ? tail - head - 1 : tail - head;
    }

    /** From now on the first is one that runs; gives where those end that are to be run before others. */
    int beginBatch() {
        isRunning = true;
        return tail;
    }

    /** Whether all have run that come before a place. */
    boolean isAt(int end) {
        return head == end;
    }

    /** Whether the one that runs is all there is. */
    boolean isLast() {
        return tail - head == 1;
    }

    /** Nothing runs any more. */
    void endBatch() {
        isRunning = false;
    }

    /** The first, if it is a task; null if it is a callback. There must be one. */
    Task<?> firstTask() {
        return ring[head & (ring.length - 1)];
    }

    /** The first, which is a callback; out of its own queue, but still first in the ring. */
    CallbackHandle takeFirstCallback() {
        return callbacks.remove();
    }

    /** The first, which is a callback. */
    CallbackHandle firstCallback() {
        return callbacks.element();
    }

    /** Drops the first, which has run. */
    void removeFirst() {
        ring[head & (ring.length - 1)] = null;
        head++;
    }

    /** Drops everything, because the loop is closed. */
    void clear() {
        while (!isEmpty()) {
            CallbackHandle callback = firstTask() == null ? takeFirstCallback() : null;
            removeFirst();
            if (callback != null) {
                callback.drop();
            }
        }
    }

    /** Puts the tasks of the coming batch into another order, each into the place of a task. */
    void reorder(ReadyOrder order) {
        int mask = ring.length - 1;
        List<Task<?>> tasks = new ArrayList<>();
        for (int at = head; at != tail; at++) {
            if (ring[at & mask] != null) {
                tasks.add(ring[at & mask]);
            }
        }
        int taken = 0; // from the front, where nothing needs to move up
        for (int at = head; at != tail; at++) {
            if (ring[at & mask] != null) {
                int picked = order.pick(tasks.size() - taken);
                ring[at & mask] = picked == 0 ? tasks.get(taken++) : tasks.remove(taken + picked);
            }
        }
    }

    private void grow() {
        Task<?>[] larger = new Task<?>[ring.length * 2];
        for (int at = head; at != tail; at++) {
            larger[at & (larger.length - 1)] = ring[at & (ring.length - 1)];
        }
        ring = larger;
    }
}
