package dev.fermata.frame;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** A failure with its causes and what it has suppressed, each once. */
final class FailureTree {
    /** More than anybody reads; a failure may suppress thousands. */
    private static final int LARGEST = 16;

    private FailureTree() {}

    /** Is shown one. */
    interface Visitor {
        /**
         * Looks at one of them.
         *
         * @param parent what it is the cause of, or what has suppressed it; null for the failure itself
         * @return whether those below are wanted, too
         */
        boolean visit(Throwable each, Throwable parent);
    }

    private record Child(Throwable error, Throwable parent) {}

    /** Visits them, the failure itself first. */
    static void walk(Throwable error, Visitor visitor) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Child> pending = new ArrayDeque<>();
        pending.add(new Child(error, null));
        while (!pending.isEmpty() && found.size() < LARGEST) {
            Child child = pending.poll();
            Throwable next = child.error();
            if (found.add(next) && visitor.visit(next, child.parent())) {
                if (next.getCause() != null) {
                    pending.add(new Child(next.getCause(), next));
                }
                for (Throwable suppressed : next.getSuppressed()) {
                    pending.add(new Child(suppressed, next));
                }
            }
        }
    }
}
