package dev.fermata.loop;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CompletableFuture;

/**
 * Futures of promises. Nobody can complete a promise once its loop is closed, so another thread that waits for one would wait
 * for ever. They are not kept alive here. The loop's thread only.
 */
final class PromiseFutures {
    /** Futures have identity equality. */
    private final Set<CompletableFuture<?>> futures = Collections.newSetFromMap(new WeakHashMap<>());

    void add(CompletableFuture<?> future) {
        futures.add(future);
    }

    /** Does nothing to those that are done. */
    void cancelAll() {
        List<CompletableFuture<?>> left = List.copyOf(futures);
        futures.clear();
        left.forEach(future -> future.cancel(false));
    }
}
