package dev.fermata.queue;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Confinement;
import dev.fermata.waiting.WaitQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * Hands elements from senders to receivers, each to exactly one, in the order in which both came; {@link Select} waits for
 * several at once. Confined to one loop.
 *
 * <pre>{@code
 * Channel<String> lines = Channel.buffered(16);
 *
 * await(lines.send("hello"));
 * lines.close();
 *
 * String line = await(lines.receive());
 * }</pre>
 *
 * <p>Cancellation loses nothing and doubles nothing. A receiver that is cancelled in the turn in which it was given an
 * element passes it on, to the next receiver or back to the head of the channel. A sender whose element has been taken has
 * sent it: {@code send} then returns, and the cancellation is thrown at the task's next suspension point. So {@code send}
 * fails only if the element has not been sent.
 *
 * @param <E> the type of the elements, which are never null
 */
public final class Channel<E> {
    private final int capacity;

    /** What has been sent and not received; more than the capacity if cancelled receivers have given something back. */
    private final Deque<E> buffer;

    /** Wait only while the buffer is full; each with its element. */
    private final WaitQueue<Sender<E>> senders = new WaitQueue<>();

    /** Wait only while there is neither an element nor a sender. */
    private final WaitQueue<Receiver<E>> receivers = new WaitQueue<>();

    private boolean closed;
    private Throwable cause;

    private Channel(int capacity) {
        this.capacity = capacity;
        this.buffer = new ArrayDeque<>(Math.min(capacity, 16));
    }

    /**
     * Makes a channel that holds nothing: a sender waits until a receiver takes its element.
     *
     * @param <E> the type of the elements
     * @return the channel
     */
    public static <E> Channel<E> rendezvous() {
        return new Channel<>(0);
    }

    /**
     * Makes a channel that senders can be ahead of.
     *
     * @param <E> the type of the elements
     * @param capacity how many elements it holds for receivers to come, at least 1
     * @return the channel
     * @throws IllegalArgumentException if less than 1
     */
    public static <E> Channel<E> buffered(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a buffer for " + capacity + " elements: use Channel.rendezvous()");
        }
        return new Channel<>(capacity);
    }

    /**
     * Sends an element: waits until a receiver takes it or the buffer has a place. Does not suspend if that is so now.
     *
     * @param element what to send, not null
     * @return gives null
     * @throws ChannelClosedException if the channel is closed, or is aborted while the task waits
     */
    public Coroutine<Void> send(E element) {
        return new Send<>(this, element).coroutine();
    }

    /**
     * Sends an element if that can be done without waiting.
     *
     * @param element what to send, not null
     * @return whether it has been sent
     * @throws ChannelClosedException if the channel is closed
     */
    public boolean trySend(E element) {
        Confinement.check(this, "Channel.trySend");
        Objects.requireNonNull(element, "element");
        if (closed) {
            throw closedException();
        }
        Receiver<E> receiver = receivers.next();
        if (receiver != null) {
            receiver.give(element);
            return true;
        }
        return buffer.size() < capacity && buffer.add(element);
    }

    /**
     * Receives an element: waits until there is one. Does not suspend if there is one now.
     *
     * @return gives the element
     * @throws ChannelClosedException if the channel is closed and has nothing left
     */
    public Coroutine<E> receive() {
        return new Receive<>(this).coroutine();
    }

    /**
     * Receives an element if there is one.
     *
     * @return the element; null if there is none now
     * @throws ChannelClosedException if the channel is closed and has nothing left
     */
    public E tryReceive() {
        Confinement.check(this, "Channel.tryReceive");
        E element = buffer.poll();
        if (element != null) {
            refill();
            return element;
        }
        Sender<E> sender = senders.next();
        if (sender != null) {
            return sender.take();
        }
        if (closed) {
            throw closedException();
        }
        return null;
    }

    /**
     * Receives one element after the other until the channel is closed and has nothing left:
     *
     * <pre>{@code
     * for (String line : lines.elements()) {
     *     ...
     * }
     * }</pre>
     *
     * Several tasks may do so at once; each element goes to one of them.
     *
     * @return the elements; fails with a {@link ChannelClosedException} in the end if the channel was closed with a reason
     */
    @Suspendable
    public AsyncGenerator<E> elements() {
        for (; ; ) {
            E element;
            try {
                element = await(receive());
            } catch (ChannelClosedException end) {
                if (end.getCause() != null) {
                    throw end;
                }
                return null;
            }
            AsyncGenerator.yield(element);
        }
    }

    /**
     * Closes the channel: nothing can be sent any more. What has been sent, and what senders are waiting to send, can still
     * be received. Does nothing if it is closed already.
     */
    public void close() {
        close(null);
    }

    /**
     * Closes the channel with a reason.
     *
     * @param reason becomes the cause of every {@link ChannelClosedException}; null for none
     */
    public void close(Throwable reason) {
        Confinement.check(this, "Channel.close");
        if (!closed) {
            closed = true;
            cause = reason;
            receivers.drain(
                    receiver -> receiver.turnAway(closedException())); // if any wait, there is nothing to receive
        }
    }

    /**
     * Closes the channel at once, from the receivers' end: what has been sent and not received is dropped, and senders who
     * wait fail with a {@link ChannelClosedException}.
     *
     * @param reason becomes its cause if the channel has not been closed already; null for none
     */
    public void abort(Throwable reason) {
        Confinement.check(this, "Channel.abort");
        close(reason);
        buffer.clear();
        senders.drain(sender -> sender.turnAway(closedException()));
    }

    /**
     * Whether it has been closed. There may be something left to receive.
     *
     * @return true if nothing can be sent any more
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * How many elements could be received now without waiting: those in the buffer and those of senders who wait.
     *
     * @return the number
     */
    public int size() {
        return buffer.size() + senders.size();
    }

    @Override
    public String toString() {
        return "channel, " + buffer.size() + " elements, " + senders.size() + " waiting to send, " + receivers.size()
                + " waiting to receive" + (closed ? ", closed" : "");
    }

    WaitQueue<Sender<E>> senders() {
        return senders;
    }

    WaitQueue<Receiver<E>> receivers() {
        return receivers;
    }

    ChannelClosedException closedException() {
        return new ChannelClosedException(cause);
    }

    /** Takes an element from a receiver that was given it and will not use it. */
    void giveBack(E element) {
        Receiver<E> next = receivers.next();
        if (next == null) {
            buffer.addFirst(element);
        } else {
            next.give(element);
        }
    }

    /** Lets the sender who has waited longest into the place that has become free. */
    private void refill() {
        if (buffer.size() < capacity) {
            Sender<E> sender = senders.next();
            if (sender != null) {
                buffer.add(sender.take());
            }
        }
    }
}
