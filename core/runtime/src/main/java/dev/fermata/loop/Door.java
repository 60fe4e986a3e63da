package dev.fermata.loop;

import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Where other threads hand callbacks to the loop. The callback is queued before the selector is woken, and a wake-up
 * that comes before the loop waits makes the wait return at once, so none is lost.
 */
final class Door {
    private final Queue<Runnable> arrivals = new ConcurrentLinkedQueue<>();
    private final Selector selector;

    Door(Selector selector) {
        this.selector = selector;
    }

    /** Any thread. */
    void enter(Runnable callback) {
        arrivals.add(callback);
        selector.wakeup();
    }

    boolean isEmpty() {
        return arrivals.isEmpty();
    }

    /** The loop's thread: moves what has arrived to the ready queue. */
    void letIn(ReadyQueue ready) {
        for (Runnable callback = arrivals.poll(); callback != null; callback = arrivals.poll()) {
            ready.add(callback);
        }
    }
}
