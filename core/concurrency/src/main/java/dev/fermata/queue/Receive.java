package dev.fermata.queue;

import dev.fermata.loop.Parking;

/** One {@link Channel#receive}. */
final class Receive<E> extends Parking implements Receiver<E> {
    private final Channel<E> channel;
    private E given;

    Receive(Channel<E> channel) {
        this.channel = channel;
    }

    @Override
    protected Object attempt() {
        E element = channel.tryReceive();
        if (element != null) {
            return element;
        }
        channel.receivers().enter(this);
        return LATER;
    }

    @Override
    public void give(E element) {
        given = element;
        unpark(element);
    }

    @Override
    public void turnAway(ChannelClosedException reason) {
        unparkRaising(reason);
    }

    @Override
    protected void abandoned() {
        channel.receivers().leave(this);
    }

    @Override
    protected boolean isKept() {
        channel.giveBack(given);
        return false;
    }

    @Override
    protected String method() {
        return "Channel.receive";
    }
}
