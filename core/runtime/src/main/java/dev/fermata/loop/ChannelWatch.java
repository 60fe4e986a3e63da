package dev.fermata.loop;

import dev.fermata.Coroutine;
import dev.fermata.frame.Frame;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A channel that tasks of a loop wait for (what asyncio's {@code add_reader} and {@code add_writer} do): one to read from it
 * or accept, one to write to it or connect. Made by {@link EventLoop#watch}; owns the channel, so close this instead of the
 * channel, which does not tell those who wait. Confined to the loop's thread.
 *
 * <pre>{@code
 * int count;
 * while ((count = channel.read(buffer)) == 0) {
 *     await(watch.readable());
 * }
 * }</pre>
 *
 * <p>What has been asked of the selector stays asked until it proves to be of no use, because telling the selector costs a
 * system call: a task that reads again and again, and waits in between, has it told once.
 */
public final class ChannelWatch implements AutoCloseable {
    private static final int INPUT = SelectionKey.OP_READ | SelectionKey.OP_ACCEPT;
    private static final int OUTPUT = SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT;

    private final Channels channels;
    private final SelectableChannel channel;

    /** Belongs to another selector once the loop had to open a new one. */
    private SelectionKey key;

    /** Who waits, or null. */
    private Wait input;

    private Wait output;
    private boolean isClosed;

    ChannelWatch(Channels channels, SelectableChannel channel) {
        this.channels = channels;
        this.channel = channel;
    }

    /**
     * Waits until there is something to read, or somebody to accept, or the other side has ended; never without suspending,
     * so try first.
     *
     * @return gives null; throws {@link ClosedChannelException} if this is or gets closed, and {@link IllegalStateException}
     *     if another task waits for the same
     */
    public Coroutine<Void> readable() {
        return new Wait(this, false).coroutine();
    }

    /**
     * Waits until something can be written, or a connection that was begun has been made or refused; never without
     * suspending, so try first.
     *
     * @return gives null; throws {@link ClosedChannelException} if this is or gets closed, and {@link IllegalStateException}
     *     if another task waits for the same
     */
    public Coroutine<Void> writable() {
        return new Wait(this, true).coroutine();
    }

    private static final class Wait extends Parking {
        private final ChannelWatch watch;
        private final boolean isOutput;

        Wait(ChannelWatch watch, boolean isOutput) {
            this.watch = watch;
            this.isOutput = isOutput;
        }

        @Override
        protected Object attempt() {
            watch.enter(this);
            return LATER;
        }

        @Override
        protected void abandoned() {
            watch.leave(this);
        }

        @Override
        protected boolean isKept() {
            return false; // nothing was taken from the channel
        }

        @Override
        protected String method() {
            return (isOutput ? "ChannelWatch.writable of " : "ChannelWatch.readable of ") + watch.channel;
        }
    }

    /**
     * The channel.
     *
     * @return the channel, which does not block
     */
    public SelectableChannel channel() {
        return channel;
    }

    /**
     * Whether this has been closed.
     *
     * @return true if nobody can wait any more
     */
    public boolean isClosed() {
        return isClosed;
    }

    /**
     * Closes the channel; who waits for it is thrown an {@link AsynchronousCloseException}. Does nothing the second time.
     *
     * @throws IOException if the channel does; it is closed then, too
     */
    @Override
    public void close() throws IOException {
        channels.loop().checkThreadIfDebugging("ChannelWatch.close");
        if (isClosed) {
            return;
        }
        isClosed = true;
        channels.forget(this);
        try {
            channel.close(); // cancels the key
        } finally {
            turnAway(input);
            turnAway(output);
            input = null;
            output = null;
            channels.expungeClosed();
        }
    }

    private void turnAway(Wait waiting) {
        if (waiting != null) {
            channels.waitEnded();
            if (waiting.isParked()) {
                waiting.unparkRaising(new AsynchronousCloseException());
            }
        }
    }

    /** Enters the channel into a selector, the first or one that stands for it. */
    void registerWith(Selector selector) throws ClosedChannelException {
        int interest = (input == null ? 0 : operation(false)) | (output == null ? 0 : operation(true));
        key = channel.register(selector, interest, this);
    }

    private int operation(boolean isOutput) {
        if (isOutput && channel instanceof SocketChannel socket && socket.isConnectionPending()) {
            return SelectionKey.OP_CONNECT; // such a channel cannot be asked for more, but may say more when it fails
        }
        return channel.validOps() & (isOutput ? OUTPUT & ~SelectionKey.OP_CONNECT : INPUT);
    }

    private void enter(Wait wait) {
        if (!isClosed && !key.isValid()) {
            channels.replaceSelectorIfClosed();
        }
        if (isClosed || !key.isValid()) {
            Frame.take(Frame.raising(new ClosedChannelException())); // thrown at the await, as it is
        }
        Wait present = wait.isOutput ? output : input;
        if (present != null) {
            throw new IllegalStateException("another task waits for the same already: " + present);
        }
        int operation = operation(wait.isOutput);
        if ((key.interestOps() & operation) == 0) {
            key.interestOpsOr(operation);
        }
        if (wait.isOutput) {
            output = wait;
        } else {
            input = wait;
        }
        channels.waitBegun();
    }

    private void leave(Wait wait) {
        if (wait == input) {
            input = null;
            channels.waitEnded();
        } else if (wait == output) {
            output = null;
            channels.waitEnded();
        }
    }

    /** The selector says that something can be done. */
    void selected() {
        int ready = key.readyOps();
        int useless = 0;
        if ((ready & INPUT) != 0) {
            if (input == null) {
                useless = ready & INPUT; // whoever was to read does something else for now
            } else {
                Wait waiting = input;
                leave(waiting);
                waiting.unpark(null);
            }
        }
        if ((ready & OUTPUT) != 0) {
            useless |= ready & OUTPUT; // most of the time one can write, so this is asked for anew each time
            if (output != null) {
                Wait waiting = output;
                leave(waiting);
                waiting.unpark(null);
            }
        }
        if (useless != 0) {
            key.interestOpsAnd(~useless);
        }
    }

    @Override
    public String toString() {
        return "watch of " + channel;
    }
}
