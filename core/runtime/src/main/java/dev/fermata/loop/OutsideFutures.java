package dev.fermata.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

/**
 * Futures by which other threads wait for a loop, and would wait for ever once it is closed. It does not keep them alive. Any
 * thread.
 */
final class OutsideFutures {
    /** Futures have identity equality; guarded by itself. */
    private final Set<CompletableFuture<?>> open = java.util.Collections.newSetFromMap(new WeakHashMap<>());

    void add(CompletableFuture<?> future) {
        synchronized (open) {
            open.add(future);
        }
    }

    void remove(CompletableFuture<?> future) {
        synchronized (open) {
            open.remove(future);
        }
    }

    /** Outside the lock, because whoever waits for a future is called. */
    void cancelAll() {
        List<CompletableFuture<?>> left;
        synchronized (open) {
            left = new ArrayList<>(open);
            open.clear();
        }
        left.forEach(future -> future.cancel(false));
    }
}
