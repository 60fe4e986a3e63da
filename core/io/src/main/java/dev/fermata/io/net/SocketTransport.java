package dev.fermata.io.net;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Transport;
import dev.fermata.loop.ChannelWatch;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;

/** A socket, be it TCP or of the Unix domain, as a transport. */
final class SocketTransport implements Transport {
    /**
     * The JDK copies what is not in a direct buffer into one, whole, and keeps that for the thread: a few megabytes that a
     * slow reader takes bit by bit would be copied each time, and never be given back.
     */
    private static final int MOST_AT_ONCE = 128 * 1024;

    /** How often to go on at once with a long buffer before others get a turn. */
    private static final int MOST_TIMES = 8;

    private final ChannelWatch watch;
    private final SocketChannel channel;
    private final String name;

    /** Takes a connected channel. */
    SocketTransport(ChannelWatch watch, SocketChannel channel) throws IOException {
        this.watch = watch;
        this.channel = channel;
        this.name = name(channel.getLocalAddress()) + " to " + name(channel.getRemoteAddress());
    }

    private static String name(SocketAddress address) {
        String name = address == null ? "" : address.toString();
        return name.isEmpty() ? "(unnamed)" : name;
    }

    SocketChannel channel() {
        return channel;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (watch.isClosed()) {
            return -1;
        }
        int limit = target.limit();
        if (target.remaining() > MOST_AT_ONCE && !target.isDirect()) {
            target.limit(target.position() + MOST_AT_ONCE);
        }
        try {
            return channel.read(target);
        } catch (IOException e) {
            throw named(e);
        } finally {
            target.limit(limit);
        }
    }

    @Override
    @Suspendable
    public Coroutine<Void> readable() {
        if (!watch.isClosed()) {
            try {
                await(watch.readable());
            } catch (Exception e) {
                if (!(e instanceof ClosedChannelException)) {
                    throw e;
                }
                // Our own side was closed: the end is what is read, as in asyncio.
            }
        }
        return null;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        try {
            return source.isDirect() || source.remaining() <= MOST_AT_ONCE
                    ? channel.write(source)
                    : writeInParts(source);
        } catch (IOException e) {
            throw named(e);
        }
    }

    private int writeInParts(ByteBuffer source) throws IOException {
        int start = source.position();
        int limit = source.limit();
        try {
            boolean isTaken = true;
            for (int i = 0; isTaken && i < MOST_TIMES && source.position() < limit; i++) {
                source.limit(Math.min(limit, source.position() + MOST_AT_ONCE));
                channel.write(source);
                isTaken = !source.hasRemaining();
            }
        } finally {
            source.limit(limit);
        }
        return source.position() - start;
    }

    /** "Connection reset" alone does not say which of a thousand connections. */
    private IOException named(IOException failure) {
        if (failure instanceof ClosedChannelException) {
            return failure;
        }
        String message = failure.getMessage() + ": " + name;
        IOException named =
                failure instanceof SocketException ? new SocketException(message) : new IOException(message);
        named.initCause(failure);
        return named;
    }

    @Override
    public Coroutine<Void> writable() {
        return watch.writable();
    }

    @Override
    public void end() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        watch.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
