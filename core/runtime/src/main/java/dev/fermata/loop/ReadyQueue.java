package dev.fermata.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What can run now, first come first served. */
final class ReadyQueue {
    private final ArrayDeque<Ready> queue = new ArrayDeque<>();

    void add(Ready ready) {
        queue.add(ready);
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    int size() {
        return queue.size();
    }

    Ready poll() {
        return queue.poll();
    }

    void clear() {
        queue.clear();
    }

    /** Puts the tasks of the coming batch into another order, each into the place of a task. */
    void reorder(ReadyOrder order) {
        List<Ready> batch = new ArrayList<>(queue);
        List<Ready> tasks = new ArrayList<>(batch);
        tasks.removeIf(ready -> !(ready instanceof Task));
        queue.clear();
        for (Ready ready : batch) {
            queue.add(ready instanceof Task ? tasks.remove(order.pick(tasks.size())) : ready);
        }
    }
}
