package dev.fermata.queue;

import dev.fermata.loop.Parking;

/** One {@link Channel#send}. */
final class Send<E> extends Parking implements Sender<E> {
    private final Channel<E> channel;
    private final E element;

    Send(Channel<E> channel, E element) {
        this.channel = channel;
        this.element = element;
    }

    @Override
    protected Object attempt() {
        if (channel.trySend(element)) {
            return null;
        }
        channel.senders().enter(this);
        return LATER;
    }

    @Override
    public E take() {
        unpark(null);
        return element;
    }

    @Override
    public void turnAway(ChannelClosedException reason) {
        unparkRaising(reason);
    }

    @Override
    protected void abandoned() {
        channel.senders().leave(this);
    }

    /** The element has been taken, and whoever did may have used it. */
    @Override
    protected boolean isKept() {
        return true;
    }

    @Override
    protected String method() {
        return "Channel.send";
    }
}
