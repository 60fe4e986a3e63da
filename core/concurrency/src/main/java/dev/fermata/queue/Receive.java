package dev.fermata.queue;

import dev.fermata.loop.Parking;
import dev.fermata.waiting.Attempt;

/** One {@link Channel#receive}. */
final class Receive<E> extends Attempt {
    private static final String METHOD = "Channel.receive";

    private final Channel<E> channel;

    Receive(Channel<E> channel) {
        this.channel = channel;
    }

    @Override
    public Object step(Object input, int depth) {
        if (isResumed()) {
            return take(input);
        }
        E element = channel.tryReceive();
        if (element != null) {
            return element;
        }
        Wait<E> wait = new Wait<>(channel);
        wait.attempt();
        return suspend(wait);
    }

    @Override
    protected String method() {
        return METHOD;
    }

    /** One that waits until somebody gives it an element. */
    private static final class Wait<E> extends Parking implements Receiver<E> {
        private final Channel<E> channel;
        private E given;

        Wait(Channel<E> channel) {
            this.channel = channel;
        }

        @Override
        protected Object attempt() {
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
            return METHOD;
        }
    }
}
