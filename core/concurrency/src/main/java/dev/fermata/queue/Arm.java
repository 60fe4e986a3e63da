package dev.fermata.queue;

import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.TimerHandle;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One of the things that a {@link Select} waits for.
 *
 * <pre>
 *   isDoneNow ── true ──────────────────────────────────────────────► result
 *      │ false                                                          ▲
 *      └──► enter ──► decision.choose(this), or another one and leave ──┘
 * </pre>
 */
abstract class Arm<R> {
    /** Does it, if that can be done without waiting. */
    abstract boolean isDoneNow();

    /** Begins to wait, until it chooses itself, or leaves. */
    abstract void enter(Decision<R> decision);

    /** Ends the wait, because another arm has been chosen or the task been cancelled. */
    abstract void leave();

    /**
     * Says what is to become of the choice when the task was cancelled before it ran.
     *
     * @return whether the select is done all the same; if not, it is as if this had not been chosen
     */
    boolean isKept() {
        return false;
    }

    /** Calls what the user wants done then. */
    abstract R result();

    static final class Receiving<E, R> extends Arm<R> implements Receiver<E> {
        private final Channel<E> channel;
        private final Function<? super E, ? extends R> then;
        private Decision<R> decision;
        private E received;

        Receiving(Channel<E> channel, Function<? super E, ? extends R> then) {
            this.channel = Objects.requireNonNull(channel, "channel");
            this.then = Objects.requireNonNull(then, "then");
        }

        @Override
        boolean isDoneNow() {
            received = channel.tryReceive();
            return received != null;
        }

        @Override
        void enter(Decision<R> entered) {
            decision = entered;
            channel.receivers().enter(this);
        }

        @Override
        public void give(E element) {
            received = element;
            decision.choose(this);
        }

        @Override
        public void turnAway(ChannelClosedException reason) {
            decision.fail(this, reason);
        }

        @Override
        void leave() {
            channel.receivers().leave(this);
        }

        @Override
        boolean isKept() {
            channel.giveBack(takeReceived());
            return false;
        }

        @Override
        R result() {
            return then.apply(takeReceived());
        }

        private E takeReceived() {
            E element = received;
            received = null;
            return element;
        }
    }

    static final class Sending<E, R> extends Arm<R> implements Sender<E> {
        private final Channel<E> channel;
        private final E element;
        private final Supplier<? extends R> then;
        private Decision<R> decision;

        Sending(Channel<E> channel, E element, Supplier<? extends R> then) {
            this.channel = Objects.requireNonNull(channel, "channel");
            this.element = Objects.requireNonNull(element, "element");
            this.then = Objects.requireNonNull(then, "then");
        }

        @Override
        boolean isDoneNow() {
            return channel.trySend(element);
        }

        @Override
        void enter(Decision<R> entered) {
            decision = entered;
            channel.senders().enter(this);
        }

        @Override
        public E take() {
            decision.choose(this);
            return element;
        }

        @Override
        public void turnAway(ChannelClosedException reason) {
            decision.fail(this, reason);
        }

        @Override
        void leave() {
            channel.senders().leave(this);
        }

        /** The element has been taken, and whoever did may have used it. */
        @Override
        boolean isKept() {
            return true;
        }

        @Override
        R result() {
            return then.get();
        }
    }

    static final class Timeout<R> extends Arm<R> {
        private final Duration delay;
        private final Supplier<? extends R> then;
        private TimerHandle timer;

        Timeout(Duration delay, Supplier<? extends R> then) {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("cannot wait for " + delay);
            }
            this.delay = delay;
            this.then = Objects.requireNonNull(then, "then");
        }

        @Override
        boolean isDoneNow() {
            return false; // even no time at all takes a turn of the loop
        }

        @Override
        void enter(Decision<R> decision) {
            timer = EventLoop.current().callLater(delay, () -> decision.choose(this));
        }

        @Override
        void leave() {
            timer.cancel();
        }

        @Override
        R result() {
            return then.get();
        }
    }

    static final class Awaiting<T, R> extends Arm<R> {
        private final Deferred<T> deferred;
        private final Function<? super T, ? extends R> then;
        private Consumer<Deferred<T>> callback;

        Awaiting(Deferred<T> deferred, Function<? super T, ? extends R> then) {
            this.deferred = Objects.requireNonNull(deferred, "deferred");
            this.then = Objects.requireNonNull(then, "then");
        }

        @Override
        boolean isDoneNow() {
            return deferred.isDone();
        }

        @Override
        void enter(Decision<R> decision) {
            // It may have been told, and not have run yet, when another arm is chosen.
            callback = done -> decision.chooseUnlessDecided(this);
            deferred.onDone(callback);
        }

        @Override
        void leave() {
            deferred.removeOnDone(callback);
        }

        @Override
        R result() {
            return then.apply(deferred.result());
        }
    }
}
