package dev.fermata.queue;

/** Who waits in a channel with an element: a task that sends there, or an arm of a select. */
interface Sender<E> {
    /** Takes the element; the sender has been taken out of the line. */
    E take();

    /** Tells it that nobody will. */
    void turnAway(ChannelClosedException reason);
}
