package dev.fermata.io.net;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.StreamReader;
import dev.fermata.io.Transport;
import dev.fermata.io.TransportLayer;
import dev.fermata.loop.ChannelWatch;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Makes connections. What is not set is as one mostly wants it. To be used for any number of connections, by any number of
 * tasks once it is set up.
 *
 * <pre>{@code
 * Connection connection = await(new Connector().layer(tls).limit(1 << 20).connect("example.org", 443));
 * }</pre>
 */
public final class Connector {
    private int limit = StreamReader.DEFAULT_LIMIT;
    private Resolver resolver = new SystemResolver();
    private Duration attemptDelay = Duration.ofMillis(250);
    private SocketAddress localAddress;
    private TransportLayer layer;

    /** Makes a connector for TCP and Unix-domain sockets. */
    public Connector() {}

    /**
     * Says how long lines may be.
     *
     * @param bytes as for {@link StreamReader#StreamReader(dev.fermata.io.ByteSource, int)}
     * @return this
     */
    public Connector limit(int bytes) {
        limit = bytes;
        return this;
    }

    /**
     * Says who looks up names; at first the JDK, on another thread.
     *
     * @param other the resolver, not null
     * @return this
     */
    public Connector resolver(Resolver other) {
        resolver = Objects.requireNonNull(other, "other");
        return this;
    }

    /**
     * Says how long an attempt may take before the next address of the name is tried beside it (RFC 8305, "happy eyeballs"); at
     * first 250 ms. An attempt that fails before lets the next begin at once.
     *
     * @param delay how long, not null
     * @return this
     */
    public Connector attemptDelay(Duration delay) {
        attemptDelay = Objects.requireNonNull(delay, "delay");
        return this;
    }

    /**
     * Says where connections come from.
     *
     * @param address one of this machine, with port 0 for any; null for any address
     * @return this
     */
    public Connector localAddress(SocketAddress address) {
        localAddress = address;
        return this;
    }

    /**
     * Puts something on top of the sockets, such as TLS.
     *
     * @param top the layer; null for none
     * @return this
     */
    public Connector layer(TransportLayer top) {
        layer = top;
        return this;
    }

    /**
     * Connects by TCP. Where the name has several addresses, those of both families take turns, and the first that answers is
     * taken.
     *
     * @param host a name or an address, not null
     * @param port the port
     * @return gives the connection
     * @throws IOException if the name is unknown, nobody listens there, or the layer fails
     */
    @Suspendable
    public Coroutine<Connection> connect(String host, int port) throws IOException {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (InetAddress address : Families.interleaved(await(resolver.resolve(host)))) {
            addresses.add(new InetSocketAddress(address, port));
        }
        Transport socket;
        if (addresses.size() == 1) {
            socket = await(open(addresses.get(0)));
        } else {
            socket = await(new Race(this::open, host + ":" + port, attemptDelay).run(addresses));
        }
        return Coroutine.of(await(establish(socket, host)));
    }

    /**
     * Connects to an address.
     *
     * @param address an {@link InetSocketAddress} or a {@link UnixDomainSocketAddress}, not null
     * @return gives the connection
     * @throws IOException if nobody listens there, or the layer fails
     */
    @Suspendable
    public Coroutine<Connection> connect(SocketAddress address) throws IOException {
        if (address instanceof InetSocketAddress named && named.isUnresolved()) {
            return Coroutine.of(await(connect(named.getHostString(), named.getPort())));
        }
        Transport socket = await(open(address));
        String host = address instanceof InetSocketAddress inet ? inet.getHostString() : null;
        return Coroutine.of(await(establish(socket, host)));
    }

    /** One attempt. */
    @Suspendable
    private Coroutine<Transport> open(SocketAddress address) throws IOException {
        boolean isUnix = address instanceof UnixDomainSocketAddress;
        SocketChannel channel =
                isUnix ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX) : SocketChannel.open();
        ChannelWatch watch = null;
        boolean isOpen = false;
        try {
            watch = EventLoop.current().watch(channel);
            if (!isUnix) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            if (localAddress != null) {
                channel.bind(localAddress);
            }
            if (!channel.connect(address)) {
                do {
                    await(watch.writable());
                } while (!channel.finishConnect());
            }
            Transport transport = new SocketTransport(watch, channel);
            isOpen = true;
            return Coroutine.of(transport);
        } catch (ConnectException e) {
            throw (ConnectException) new ConnectException(e.getMessage() + ": " + address).initCause(e);
        } finally {
            if (!isOpen) {
                if (watch == null) {
                    channel.close();
                } else {
                    watch.close();
                }
            }
        }
    }

    @Suspendable
    private Coroutine<Connection> establish(Transport socket, String host) throws IOException {
        boolean isEstablished = false;
        try {
            Transport top = layer == null ? socket : await(layer.establish(socket, host));
            isEstablished = true;
            return Coroutine.of(new Connection(top, limit));
        } finally {
            if (!isEstablished) {
                socket.close();
            }
        }
    }
}
