package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.waiting.WaitQueue;
import dev.fermata.waiting.Waiter;

/**
 * Something that happens once, or again after {@link #clear}, and that any number of tasks wait for (asyncio's {@code
 * Event}). Confined to one loop.
 */
public final class Event {
    private final WaitQueue<Void> waiters = new WaitQueue<>();
    private boolean set;

    /** Makes an event that has not happened. */
    public Event() {}

    /**
     * Waits until the event is set. Does not suspend if it is. Whoever waits when it is set goes on, even if it is cleared
     * again before that task runs.
     *
     * @return gives true
     */
    @Suspendable
    public Coroutine<Boolean> await() {
        if (!set) {
            Waiter<Void> place = waiters.enter();
            try {
                Coroutine.await(place.decision());
            } finally {
                waiters.leave(place);
            }
        }
        return Coroutine.of(true);
    }

    /** Says that it has happened: wakes everybody who waits, in the order in which they came. */
    public void set() {
        set = true;
        waiters.grantAll(null);
    }

    /** Lets it happen again: whoever comes from now on waits for the next {@link #set}. */
    public void clear() {
        set = false;
    }

    /**
     * Whether it has happened.
     *
     * @return true if {@link #await} would not wait
     */
    public boolean isSet() {
        return set;
    }

    @Override
    public String toString() {
        return "event, " + (set ? "set" : "not set, " + waiters.count() + " waiting");
    }
}
