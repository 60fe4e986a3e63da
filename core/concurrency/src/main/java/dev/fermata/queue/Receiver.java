package dev.fermata.queue;

/** Who waits in a channel for an element: a task that receives there, or an arm of a select. */
interface Receiver<E> {
    /** Gives it the element; it has been taken out of the line. */
    void give(E element);

    /** Tells it that there will be none. */
    void turnAway(ChannelClosedException reason);
}
