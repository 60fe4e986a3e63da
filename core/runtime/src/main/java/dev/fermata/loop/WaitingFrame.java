package dev.fermata.loop;

import dev.fermata.frame.CoroutineFrame;

/**
 * A hand-written frame that suspends once, as a rule with itself as the trap, and ends with what it is resumed with. The
 * frame that awaits it suspends in its place, so nothing of it is kept while the task is parked, but what {@link #park}
 * keeps.
 */
abstract class WaitingFrame extends CoroutineFrame implements Trap {
    /** Whether there is nothing to wait for. */
    boolean isOver() {
        return false;
    }

    /** What is to be told of the task, once it has suspended. */
    Trap trap() {
        return this;
    }

    /** What the wait ends with when it is over from the start, as an input. */
    Object outcome() {
        throw new AssertionError(this + " is never over from the start");
    }

    @Override
    public final Object step(Object input, int depth) {
        if (begin() == 0) {
            if (isOver()) {
                end();
                return takeAtOnce(outcome());
            }
            handOver();
            return trap();
        }
        end();
        return take(input);
    }
}
