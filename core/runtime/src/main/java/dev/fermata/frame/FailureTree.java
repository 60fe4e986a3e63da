package dev.fermata.frame;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** A failure with its causes and what it has suppressed, each once. */
final class FailureTree {
    /** More than anybody reads; a failure may suppress thousands. */
    private static final int LARGEST = 64;

    private FailureTree() {}

    static Collection<Throwable> of(Throwable error) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> pending = new ArrayDeque<>();
        pending.add(error);
        while (!pending.isEmpty() && found.size() < LARGEST) {
            Throwable next = pending.poll();
            if (found.add(next)) {
                if (next.getCause() != null) {
                    pending.add(next.getCause());
                }
                Collections.addAll(pending, next.getSuppressed());
            }
        }
        return found;
    }
}
