package dev.fermata.loop;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps futures that complete each other from filling the stack. One that is completed by the body of another runs right
 * there, so that the other may wait for it; but where many have done so already, it waits until the last of them has
 * suspended or ended.
 *
 * <pre>
 *   complete a ─► body of b, completes b ─► ... ─► the LIMIT-th, completes z     z is queued
 *                                                   └─► returns: z runs
 * </pre>
 */
final class Nesting {
    private static final int LIMIT = 50;

    private static final ThreadLocal<Nesting> OF_THREAD = ThreadLocal.withInitial(Nesting::new);

    private final Deque<Runnable> queued = new ArrayDeque<>();
    private int depth;

    private Nesting() {}

    /** Runs something now, or soon on this thread. */
    static void run(Runnable step) {
        Nesting nesting = OF_THREAD.get();
        if (nesting.depth == LIMIT) {
            nesting.queued.add(step);
        } else {
            nesting.runDeeper(step);
        }
    }

    private void runDeeper(Runnable step) {
        depth++;
        try {
            step.run();
            if (depth == LIMIT) {
                for (Runnable next = queued.poll(); next != null; next = queued.poll()) {
                    next.run();
                }
            }
        } finally {
            depth--;
        }
    }
}
