package dev.fermata.waiting;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Where tasks stand in line, first come first served. Whoever has something to give takes the first one out and gives it
 * to that one directly, so nobody who comes later can snatch it before that task runs.
 *
 * <p>A ring. One that leaves from the middle, because its task has been cancelled, leaves a gap; when half of the places are
 * gaps the others move up. So entering costs no object, and neither many who enter and leave nor one who waits for ever make
 * it grow. Confined to one loop.
 *
 * @param <W> who waits; known by identity
 */
public final class WaitQueue<W> {
    private static final int FEW = 8;

    /** A power of two in length; null until somebody waits, because most locks are never contended. */
    private Object[] ring;

    /** Where the first one stands, unless there is a gap. */
    private int head;

    /** Places in use, gaps included. */
    private int length;

    private int gaps;

    /** Makes an empty one. */
    public WaitQueue() {}

    /**
     * Joins the line.
     *
     * @param waiter who, not null
     */
    public void enter(W waiter) {
        if (ring == null) {
            ring = new Object[FEW];
        } else if (length == ring.length) {
            moveTo(new Object[gaps > 0 ? ring.length : ring.length * 2]);
        }
        ring[(head + length++) & (ring.length - 1)] = waiter;
    }

    /**
     * Leaves the line.
     *
     * @param waiter who
     * @return false if it did not stand there
     */
    public boolean leave(W waiter) {
        for (int i = 0; i < length; i++) {
            int place = (head + i) & (ring.length - 1);
            if (ring[place] == waiter) {
                ring[place] = null;
                gaps++;
                closeGaps();
                return true;
            }
        }
        return false;
    }

    /**
     * Takes the first one out of the line.
     *
     * @return who; null if nobody waits
     */
    @SuppressWarnings("unchecked") // enter is given nothing else
    public W next() {
        while (length > 0) {
            Object first = ring[head];
            ring[head] = null;
            head = (head + 1) & (ring.length - 1);
            length--;
            if (first != null) {
                return (W) first;
            }
            gaps--;
        }
        return null;
    }

    /**
     * Takes everybody out of the line, in order. Those who come meanwhile stay.
     *
     * @param action what to do with each
     */
    public void drain(Consumer<? super W> action) {
        for (int left = size(); left > 0; left--) {
            action.accept(next());
        }
    }

    /**
     * Whether nobody waits.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return length == gaps;
    }

    /**
     * How many wait.
     *
     * @return the number
     */
    public int size() {
        return length - gaps;
    }

    /** How many places there are, for tests. */
    int places() {
        return ring.length;
    }

    /** A gap at the head is none, so that a whole line that is cancelled in order costs no search. */
    private void closeGaps() {
        while (length > 0 && ring[head] == null) {
            head = (head + 1) & (ring.length - 1);
            length--;
            gaps--;
        }
        if (gaps > FEW && gaps * 2 > length) {
            moveTo(new Object[ring.length]);
        }
    }

    private void moveTo(Object[] other) {
        int moved = 0;
        for (int i = 0; i < length; i++) {
            Object waiter = ring[(head + i) & (ring.length - 1)];
            if (waiter != null) {
                other[moved++] = waiter;
            }
        }
        Arrays.fill(ring, null);
        ring = other;
        head = 0;
        length = moved;
        gaps = 0;
    }
}
