package dev.fermata.loop;

import java.util.ArrayList;
import java.util.List;

/** What can run now, first come first served: a ring, because this is the innermost loop of every program. */
final class ReadyQueue {
    /** A power of two in length. */
    private Ready[] ring = new Ready[64];

    private int head;
    private int size;

    void add(Ready ready) {
        if (size == ring.length) {
            grow();
        }
        ring[(head + size++) & (ring.length - 1)] = ready;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Takes the first; there must be one. */
    Ready poll() {
        Ready[] slots = ring;
        int first = head;
        Ready ready = slots[first];
        slots[first] = null;
        head = (first + 1) & (slots.length - 1);
        size--;
        return ready;
    }

    /** Drops everything, because the loop is closed. */
    void clear() {
        while (!isEmpty()) {
            if (poll() instanceof CallbackHandle callback) {
                callback.drop();
            }
        }
    }

    /** Puts the tasks of the coming batch into another order, each into the place of a task. */
    void reorder(ReadyOrder order) {
        List<Ready> batch = new ArrayList<>();
        while (!isEmpty()) {
            batch.add(poll());
        }
        List<Ready> tasks = new ArrayList<>(batch);
        tasks.removeIf(ready -> !(ready instanceof Task));
        for (Ready ready : batch) {
            add(ready instanceof Task ? tasks.remove(order.pick(tasks.size())) : ready);
        }
    }

    private void grow() {
        Ready[] larger = new Ready[ring.length * 2];
        for (int i = 0; i < size; i++) {
            larger[i] = ring[(head + i) & (ring.length - 1)];
        }
        ring = larger;
        head = 0;
    }
}
