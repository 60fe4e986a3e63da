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

    private int head;
    private int size;
    private boolean isRunning;
    private final Queue<CallbackHandle> callbacks = new ArrayDeque<>();

    void add(Task<?> task) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size++) & (ring.length - 1)] = task;
    }

    void add(CallbackHandle callback) {
        callbacks.add(callback);
        add((Task<?>) null);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How many there are, apart from the one that runs. */
    int size() {
        return isRunning ? size - 1 : size;
    }

    /** From now on the first is one that runs; gives how many there are to be run before others. */
    int beginBatch() {
        isRunning = true;
        return size;
    }

    /** Nothing runs any more. */
    void endBatch() {
        isRunning = false;
    }

    /** The first, if it is a task; null if it is a callback. There must be one. */
    Task<?> firstTask() {
        return ring[head];
    }

    /** The first, which is a callback; out of its own queue, but still first in the ring. */
    CallbackHandle takeFirstCallback() {
        return callbacks.remove();
    }

    /** Drops the first, which has run. */
    void removeFirst() {
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
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
        int all = size;
        List<Task<?>> tasks = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            Task<?> task = ring[at(i)];
            if (task != null) {
                tasks.add(task);
            }
        }
        int taken = 0; // from the front, where nothing needs to move up
        for (int i = 0; i < all; i++) {
            if (ring[at(i)] != null) {
                int picked = order.pick(tasks.size() - taken);
                ring[at(i)] = picked == 0 ? tasks.get(taken++) : tasks.remove(taken + picked);
            }
        }
    }

    private int at(int place) {
        return (head + place) & (ring.length - 1);
    }

    private void grow() {
        Task<?>[] larger = new Task<?>[ring.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = ring[at(i)];
        }
        ring = larger;
        head = 0;
    }
}
