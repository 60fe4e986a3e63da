package dev.fermata.queue;

import dev.fermata.loop.Parking;
import dev.fermata.waiting.Attempt;

/** One {@link Channel#send}. */
final class Send<E> extends Attempt {
    private static final String METHOD = "Channel.send";

    private final Channel<E> channel;
    private final E element;

    Send(Channel<E> channel, E element) {
        this.channel = channel;
        this.element = element;
    }

    @Override
    public Object step(Object input, int depth) {
        if (isResumed()) {
            return take(input);
        }
        if (channel.trySend(element)) {
            return null;
        }
        Wait<E> wait = new Wait<>(channel, element);
        wait.attempt();
        return suspend(wait);
    }

    @Override
    protected String method() {
        return METHOD;
    }

    /** One that waits until somebody takes the element. */
    private static final class Wait<E> extends Parking implements Sender<E> {
        private final Channel<E> channel;
        private final E element;

        Wait(Channel<E> channel, E element) {
            this.channel = channel;
            this.element = element;
        }

        @Override
        protected Object attempt() {
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
            return METHOD;
        }
    }
}
