package dev.fermata.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What can run now, first come first served. */
final class ReadyQueue {
    private final Deque<Runnable> callbacks = new ArrayDeque<>();

    void add(Runnable callback) {
        callbacks.add(callback);
    }

    boolean isEmpty() {
        return callbacks.isEmpty();
    }

    /** Runs what is there now. What is added meanwhile waits for the next turn, so that timers and doors get theirs. */
    void runBatch(Consumer<Runnable> runner) {
        for (int left = callbacks.size(); left > 0; left--) {
            runner.accept(callbacks.poll());
        }
    }
}
