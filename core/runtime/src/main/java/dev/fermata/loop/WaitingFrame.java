package dev.fermata.loop;

import dev.fermata.frame.CoroutineFrame;

/**
 * A hand-written frame that suspends once with itself as the trap, and ends with what it is woken with. When something
 * else resumes it first, it takes its subscription back.
 */
abstract class WaitingFrame extends CoroutineFrame implements Trap {
    private static final int WAITING = 1;

    private Task<?> task;
    private boolean woken;

    /** Whether there is nothing to wait for. */
    abstract boolean isOver();

    /** What the wait ends with when it is over from the start, as an input. */
    abstract Object outcome();

    abstract void subscribe(EventLoop loop);

    abstract void unsubscribe();

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
        if (!woken) {
            woken = true;
            unsubscribe();
        }
        return take(input);
    }

    @Override
    public final void park(Task<?> parked) {
        task = parked;
        subscribe(parked.loop());
    }

    /** Continues the task in the next turn, unless it has been resumed otherwise by then. */
    final void wake(Object input) {
        task.loop().callSoon(() -> wakeNow(input));
    }

    /** Continues the task. */
    final void wakeNow(Object input) {
        if (!woken) {
            woken = true;
            task.step(input);
        }
    }
}
