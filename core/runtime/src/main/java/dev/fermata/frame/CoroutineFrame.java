package dev.fermata.frame;

import dev.fermata.Coroutine;
import dev.fermata.Delegate;

/** The frame of a coroutine: started by its first resumption, used once. */
public abstract non-sealed class CoroutineFrame extends Frame implements Coroutine<Object> {
    /** Whether a task has taken it, so that nobody else may start it. */
    private boolean isClaimed;

    /** Makes a coroutine that has not started. */
    @SuppressWarnings("this-escape") // to a weak map, which looks at its identity only
    protected CoroutineFrame() {
        // The one in "return Coroutine.of(x)" is rightly dropped when a finally block throws; it would run nothing.
        if (NeverAwaited.WATCHING && !(this instanceof CompletedCoroutine)) {
            NeverAwaited.watch(this);
        }
    }

    @Override
    public final Delegate<?, ?, Object> awaiter() {
        return awaited();
    }

    /** Itself, if nobody has started it. */
    final CoroutineFrame awaited() {
        if (!isFresh() || isClaimed) {
            throw usedBefore();
        }
        return this;
    }

    /**
     * Takes the coroutine for a task: from now on it cannot be awaited or taken again.
     *
     * @throws IllegalStateException if it has been started or taken
     */
    public final void claim() {
        awaited();
        isClaimed = true;
    }

    @Override
    final Frame adopt(Object target) {
        return Adapters.forCoroutine(target);
    }

    @Override
    final String kind() {
        return "coroutine";
    }

    @Override
    final void refuseEnded() {
        throw usedBefore();
    }

    private IllegalStateException usedBefore() {
        if (ended()) { // asked first: a driver that has just found this out still counts as running it
            return new IllegalStateException(
                    this + " has ended: a coroutine can be used once, call the method again for a new one");
        }
        if (isFresh()) {
            return new IllegalStateException(this + " belongs to a task already: await the task");
        }
        return isRunning() ? alreadyExecuting() : new IllegalStateException(this + " is being awaited already");
    }
}
