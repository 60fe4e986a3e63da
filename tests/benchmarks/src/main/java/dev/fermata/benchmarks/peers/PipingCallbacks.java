package dev.fermata.benchmarks.peers;

import java.util.ArrayDeque;
import java.util.Queue;

/** Two callbacks that pass numbers by way of a buffer: one fills it, the other empties it, and each leaves the other behind. */
public final class PipingCallbacks {
    private final CallbackQueue queue;
    private final Queue<Integer> buffer = new ArrayDeque<>();
    private final int capacity;
    private final int elements;
    private int next;
    private long sum;

    /**
     * Makes them.
     *
     * @param queue where to leave them
     * @param capacity how much the buffer holds
     * @param elements how many numbers to pass
     */
    public PipingCallbacks(CallbackQueue queue, int capacity, int elements) {
        this.queue = queue;
        this.capacity = capacity;
        this.elements = elements;
    }

    /** Begins. */
    public void start() {
        queue.add(this::fill);
    }

    /**
     * What has been passed.
     *
     * @return the sum
     */
    public long sum() {
        return sum;
    }

    private void fill() {
        while (next < elements && buffer.size() < capacity) {
            buffer.add(next++);
        }
        queue.add(this::empty);
    }

    private void empty() {
        for (Integer element = buffer.poll(); element != null; element = buffer.poll()) {
            sum += element;
        }
        if (next < elements) {
            queue.add(this::fill);
        }
    }
}
