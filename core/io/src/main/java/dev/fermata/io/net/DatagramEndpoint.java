package dev.fermata.io.net;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.ChannelWatch;
import dev.fermata.loop.EventLoop;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.Objects;

/**
 * Sends and receives UDP datagrams (asyncio's datagram endpoints, without callbacks). One task may wait to receive, and one to
 * send. Confined to one loop.
 */
public final class DatagramEndpoint implements Closeable {
    /** More does not fit into a UDP datagram. */
    private static final int MOST_BYTES = 65_535;

    private final ChannelWatch watch;
    private final DatagramChannel channel;
    private final ByteBuffer received = ByteBuffer.allocate(MOST_BYTES);

    private DatagramEndpoint(ChannelWatch watch, DatagramChannel channel) {
        this.watch = watch;
        this.channel = channel;
    }

    /**
     * Opens an endpoint on the loop that runs on this thread.
     *
     * @param local where to receive; null for any address
     * @return the endpoint
     * @throws IOException if one cannot receive there
     */
    public static DatagramEndpoint bind(SocketAddress local) throws IOException {
        return open(local, null);
    }

    /**
     * Opens an endpoint that exchanges datagrams with one other only, and is told if nobody is there.
     *
     * @param remote the other one, not null
     * @return the endpoint
     * @throws IOException if the address cannot be used
     */
    public static DatagramEndpoint connect(SocketAddress remote) throws IOException {
        return open(null, Objects.requireNonNull(remote, "remote"));
    }

    private static DatagramEndpoint open(SocketAddress local, SocketAddress remote) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        boolean isOpen = false;
        try {
            channel.bind(local);
            if (remote != null) {
                channel.connect(remote);
            }
            DatagramEndpoint endpoint = new DatagramEndpoint(EventLoop.current().watch(channel), channel);
            isOpen = true;
            return endpoint;
        } finally {
            if (!isOpen) {
                channel.close();
            }
        }
    }

    /**
     * Where it receives.
     *
     * @return the address, with the port that the system has chosen
     * @throws IOException if it is closed
     */
    public SocketAddress address() throws IOException {
        return channel.getLocalAddress();
    }

    /**
     * Waits for a datagram.
     *
     * @return gives it; throws {@link java.net.PortUnreachableException} if it is connected and nobody is there
     * @throws IOException if the endpoint is or gets closed, or the network fails
     */
    @Suspendable
    public Coroutine<Datagram> receive() throws IOException {
        SocketAddress sender = channel.receive(received.clear());
        while (sender == null) {
            await(watch.readable());
            sender = channel.receive(received.clear());
        }
        return Coroutine.of(new Datagram(Arrays.copyOf(received.array(), received.position()), sender));
    }

    /**
     * Sends a datagram; waits only while the system has no room for it. That it arrives is not sure, as always with UDP.
     *
     * @param datagram what to send and where to, not null
     * @return gives null
     * @throws IOException if it is too long, the endpoint is or gets closed, or the network fails
     */
    @Suspendable
    public Coroutine<Void> send(Datagram datagram) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(datagram.bytes());
        while (channel.send(bytes, datagram.address()) == 0 && datagram.bytes().length > 0) {
            await(watch.writable());
        }
        return null;
    }

    /**
     * Sends to the one that it is connected with.
     *
     * @param bytes what to send, not null
     * @return gives null
     * @throws IOException as for {@link #send(Datagram)}
     */
    @Suspendable
    public Coroutine<Void> send(byte[] bytes) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (channel.write(left) == 0 && bytes.length > 0) {
            await(watch.writable());
        }
        return null;
    }

    /**
     * Closes it at once.
     *
     * @throws IOException if closing fails; it is closed then, too
     */
    @Override
    public void close() throws IOException {
        watch.close();
    }

    @Override
    public String toString() {
        return "datagram endpoint " + channel;
    }
}
