package dev.fermata.sync;

import dev.fermata.Coroutine;
import dev.fermata.loop.Confinement;
import dev.fermata.waiting.Place;
import dev.fermata.waiting.WaitQueue;

/**
 * Something that happens once, or again after {@link #clear}, and that any number of tasks wait for (asyncio's {@code
 * Event}). Confined to one loop.
 */
public final class Event {
    private final WaitQueue<Place> waiters = new WaitQueue<>();
    private boolean set;

    /** Makes an event that has not happened. */
    public Event() {}

    /**
     * Waits until the event is set. Does not suspend if it is. Whoever waits when it is set goes on, even if it is cleared
     * again before that task runs.
     *
     * @return gives true
     */
    public Coroutine<Boolean> await() {
        return new Await(this).coroutine();
    }

    private static final class Await extends Place {
        private final Event event;

        Await(Event event) {
            super(event.waiters);
            this.event = event;
        }

        @Override
        protected Object attempt() {
            Confinement.check(event, "Event.await");
            return event.set ? Boolean.TRUE : enter();
        }

        @Override
        protected boolean isKept() {
            return false; // there was nothing to give
        }

        @Override
        protected String method() {
            return "Event.await";
        }
    }

    /** Says that it has happened: wakes everybody who waits, in the order in which they came. */
    public void set() {
        Confinement.check(this, "Event.set");
        set = true;
        waiters.drain(waiter -> waiter.unpark(true));
    }

    /** Lets it happen again: whoever comes from now on waits for the next {@link #set}. */
    public void clear() {
        Confinement.check(this, "Event.clear");
        set = false;
    }

    /**
     * Wakes everybody who waits now, and nobody who comes later: {@link #set} and {@link #clear} at once. For what happens
     * again and again, and is looked at anew by whoever is woken.
     */
    public void pulse() {
        set();
        clear();
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
        return "event, " + (set ? "set" : "not set, " + waiters.size() + " waiting");
    }
}
