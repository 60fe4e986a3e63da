package dev.fermata.queue;

import dev.fermata.Cancellation;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.TimerHandle;
import dev.fermata.waiting.Waiter;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One of the things that a {@link Select} waits for.
 *
 * <pre>
 *   isDoneNow ── true ───────────────────────────────────► result
 *      │ false                                               ▲
 *      └──► enter ──► (the decision falls) ──► leave ── if chosen
 * </pre>
 */
abstract class Arm<R> {
    /** Does it, if that can be done without waiting. */
    abstract boolean isDoneNow();

    /** Begins to wait. Whatever makes a decision first is chosen. */
    abstract void enter(Promise<Waiter<?>> decision);

    /**
     * Ends the wait.
     *
     * @return whether this is the one that was chosen
     */
    abstract boolean leave();

    /**
     * Says what is to become of the choice when the task was cancelled before it ran. If it does not stand, it is as if this
     * had not been chosen.
     *
     * @return whether the select is done all the same
     */
    boolean standsAgainst(Cancellation cancelled) {
        undo();
        return false;
    }

    /** Takes the choice back, as far as that can be done. */
    void undo() {}

    /** Calls what the user wants done then. */
    abstract R result();

    static final class Receive<E, R> extends Arm<R> {
        private final Channel<E> channel;
        private final Function<? super E, ? extends R> then;
        private Waiter<E> place;
        private E received;

        Receive(Channel<E> channel, Function<? super E, ? extends R> then) {
            this.channel = Objects.requireNonNull(channel, "channel");
            this.then = Objects.requireNonNull(then, "then");
        }

        @Override
        boolean isDoneNow() {
            received = channel.tryReceive();
            return received != null;
        }

        @Override
        void enter(Promise<Waiter<?>> decision) {
            place = channel.receivers().enter(decision, null);
        }

        @Override
        boolean leave() {
            boolean chosen = !channel.receivers().leave(place);
            received = place.value();
            place = null;
            return chosen;
        }

        @Override
        void undo() {
            channel.giveBack(takeReceived());
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

    static final class Send<E, R> extends Arm<R> {
        private final Channel<E> channel;
        private final E element;
        private final Supplier<? extends R> then;
        private Waiter<E> place;

        Send(Channel<E> channel, E element, Supplier<? extends R> then) {
            this.channel = Objects.requireNonNull(channel, "channel");
            this.element = Objects.requireNonNull(element, "element");
            this.then = Objects.requireNonNull(then, "then");
        }

        @Override
        boolean isDoneNow() {
            return channel.trySend(element);
        }

        @Override
        void enter(Promise<Waiter<?>> decision) {
            place = channel.senders().enter(decision, element);
        }

        @Override
        boolean leave() {
            boolean chosen = !channel.senders().leave(place);
            place = null;
            return chosen;
        }

        @Override
        boolean standsAgainst(Cancellation cancelled) {
            return Channel.postpone(cancelled);
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
        private Waiter<Void> place;

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
        void enter(Promise<Waiter<?>> decision) {
            Waiter<Void> entered = new Waiter<>(decision, null);
            place = entered;
            timer = EventLoop.current().callLater(delay, () -> {
                if (entered.isWaiting()) {
                    entered.grant();
                }
            });
        }

        @Override
        boolean leave() {
            boolean chosen = place.isGranted();
            timer.cancel();
            timer = null;
            place = null;
            return chosen;
        }

        @Override
        R result() {
            return then.get();
        }
    }

    static final class Await<T, R> extends Arm<R> {
        private final Deferred<T> deferred;
        private final Function<? super T, ? extends R> then;
        private Waiter<Void> place;
        private Consumer<Deferred<T>> callback;

        Await(Deferred<T> deferred, Function<? super T, ? extends R> then) {
            this.deferred = Objects.requireNonNull(deferred, "deferred");
            this.then = Objects.requireNonNull(then, "then");
        }

        @Override
        boolean isDoneNow() {
            return deferred.isDone();
        }

        @Override
        void enter(Promise<Waiter<?>> decision) {
            Waiter<Void> entered = new Waiter<>(decision, null);
            place = entered;
            callback = done -> {
                if (entered.isWaiting()) {
                    entered.grant();
                }
            };
            deferred.onDone(callback);
        }

        @Override
        boolean leave() {
            boolean chosen = place.isGranted();
            deferred.removeOnDone(callback);
            callback = null;
            place = null;
            return chosen;
        }

        @Override
        R result() {
            return then.apply(deferred.result());
        }
    }
}
