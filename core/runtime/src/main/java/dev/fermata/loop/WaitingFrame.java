package dev.fermata.loop;

import dev.fermata.frame.CoroutineFrame;

/** A hand-written frame that suspends once with itself as the trap, and ends with what it is resumed with. */
abstract class WaitingFrame extends CoroutineFrame implements Trap {
    private static final int WAITING = 1;

    /** Whether there is nothing to wait for. */
    abstract boolean isOver();

    /** What the wait ends with when it is over from the start, as an input. */
    abstract Object outcome();

    /** Whatever comes, the wait has ended. */
    void resumed() {}

    /** What the await gives for what the task was woken with. */
    Object resultOf(Object input) {
        return take(input);
    }

    @Override
    public final Object step(Object input, int depth) {
        if (begin() == 0) {
            if (isOver()) {
                end();
                return take(outcome());
            }
            suspendAt(WAITING);
            return this;
        }
        end();
        resumed();
        return resultOf(input);
    }
}
