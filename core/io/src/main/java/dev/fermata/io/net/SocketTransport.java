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
        try {
            return watch.isClosed() ? -1 : channel.read(target);
        } catch (IOException e) {
            throw named(e);
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
            return channel.write(source);
        } catch (IOException e) {
            throw named(e);
        }
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
