package dev.fermata.waiting;

import dev.fermata.loop.Promise;

/**
 * Where tasks stand in line, first come first served. A grant goes directly to the first one that still waits, so nobody
 * who comes later can snatch it before that task runs. Between its grant and its next step a task may be cancelled: it
 * then finds by {@link #leave} that it has been given something, and has to pass it on.
 *
 * <pre>{@code
 * Waiter<T> place = queue.enter();
 * try {
 *     Coroutine.await(place.decision());
 * } catch (Throwable lost) {
 *     if (!queue.leave(place)) {
 *         passOn(place.value());
 *     }
 *     throw lost;
 * }
 * }</pre>
 *
 * A list linked through its elements, because a waiter that is cancelled leaves from the middle. Confined to one loop.
 *
 * @param <T> what goes with a grant
 */
public final class WaitQueue<T> {
    private Waiter<T> first;
    private Waiter<T> last;
    private int length;

    /** Makes an empty one. */
    public WaitQueue() {}

    /**
     * Joins the line.
     *
     * @return the place in it
     * @throws IllegalStateException if no loop runs on this thread
     */
    public Waiter<T> enter() {
        return enter(Waiter.undecided(), null);
    }

    /**
     * Joins the line with something to give.
     *
     * @param value what
     * @return the place in it
     * @throws IllegalStateException if no loop runs on this thread
     */
    public Waiter<T> enter(T value) {
        return enter(Waiter.undecided(), value);
    }

    /**
     * Joins the line, one of several for the same decision.
     *
     * @param decision what the task awaits, not null
     * @param value what there is to give, or null
     * @return the place in it
     */
    public Waiter<T> enter(Promise<Waiter<?>> decision, T value) {
        Waiter<T> place = new Waiter<>(decision, value);
        place.queue = this;
        place.before = last;
        if (last == null) {
            first = place;
        } else {
            last.after = place;
        }
        last = place;
        length++;
        return place;
    }

    /**
     * Leaves the line: after a wait that has failed, or because the decision fell elsewhere.
     *
     * @param place the place, which may have been left already
     * @return false if it has been granted, so that the grant is to be passed on
     */
    public boolean leave(Waiter<T> place) {
        unlink(place);
        return !place.isGranted();
    }

    /**
     * Takes the first one that still waits out of the line; it is to be granted at once.
     *
     * @return the waiter; null if nobody waits
     */
    public Waiter<T> next() {
        Waiter<T> place = peek();
        if (place != null) {
            unlink(place);
        }
        return place;
    }

    /**
     * Grants the first one that still waits.
     *
     * @param value the value to go with it
     * @return false if nobody waits
     */
    public boolean grantNext(T value) {
        Waiter<T> place = next();
        if (place == null) {
            return false;
        }
        place.grant(value);
        return true;
    }

    /**
     * Grants everybody who waits, in order.
     *
     * @param value the value to go with it
     */
    public void grantAll(T value) {
        for (Waiter<T> place = next(); place != null; place = next()) {
            place.grant(value);
        }
    }

    /** Wakes everybody with nothing, in order. */
    public void refuseAll() {
        for (Waiter<T> place = next(); place != null; place = next()) {
            place.refuse();
        }
    }

    /**
     * Whether nobody waits.
     *
     * @return true if a grant would reach nobody
     */
    public boolean isEmpty() {
        return peek() == null;
    }

    /**
     * Whether as many wait. Looks along the line only if it is long enough: some there may have been cancelled.
     *
     * @param number how many
     * @return true if there are that many or more
     */
    public boolean hasAtLeast(int number) {
        return length >= number && count() >= number;
    }

    /**
     * How many wait. Walks along the line.
     *
     * @return the number
     */
    public int count() {
        int waiting = 0;
        for (Waiter<T> place = first; place != null; place = place.after) {
            if (place.isWaiting()) {
                waiting++;
            }
        }
        return waiting;
    }

    /** The first one that still waits. Those before it have been cancelled, and have not run since. */
    private Waiter<T> peek() {
        while (first != null && !first.isWaiting()) {
            unlink(first);
        }
        return first;
    }

    private void unlink(Waiter<T> place) {
        if (place.queue == null) {
            return;
        }
        if (place.before == null) {
            first = place.after;
        } else {
            place.before.after = place.after;
        }
        if (place.after == null) {
            last = place.before;
        } else {
            place.after.before = place.before;
        }
        place.before = null;
        place.after = null;
        place.queue = null;
        length--;
    }
}
