package dev.fermata.frame;

import dev.fermata.Coroutine;
import dev.fermata.Delegate;

/** The frame of a coroutine: started by its first resumption, used once. */
public abstract non-sealed class CoroutineFrame extends Frame implements Coroutine<Object> {
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
        if (!isFresh()) {
            throw usedBefore();
        }
        return this;
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
        return isRunning() ? alreadyExecuting() : new IllegalStateException(this + " is being awaited already");
    }
}
