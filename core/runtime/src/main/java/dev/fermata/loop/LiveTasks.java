package dev.fermata.loop;

import java.util.ArrayList;
import java.util.List;

/** The tasks of a loop that have not ended, in the order in which they were spawned; the links are in the tasks. */
final class LiveTasks {
    private Task<?> first;
    private Task<?> last;
    private int size;

    void add(Task<?> task) {
        task.previous = last;
        if (last == null) {
            first = task;
        } else {
            last.next = task;
        }
        last = task;
        size++;
    }

    void remove(Task<?> task) {
        if (task.previous == null) {
            first = task.next;
        } else {
            task.previous.next = task.next;
        }
        if (task.next == null) {
            last = task.previous;
        } else {
            task.next.previous = task.previous;
        }
        task.previous = null;
        task.next = null;
        size--;
    }

    Task<?> first() {
        return first;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return first == null;
    }

    List<Task<?>> list() {
        List<Task<?>> all = new ArrayList<>(size);
        for (Task<?> task = first; task != null; task = task.next) {
            all.add(task);
        }
        return all;
    }
}
