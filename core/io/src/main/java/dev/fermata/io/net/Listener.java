package dev.fermata.io.net;

import dev.fermata.io.ConnectionHandler;
import dev.fermata.io.StreamReader;
import dev.fermata.io.TransportLayer;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Objects;

/**
 * Starts servers. What is not set is as one mostly wants it.
 *
 * <pre>{@code
 * Server server = new Listener().layer(tls).maxConnections(1000).listen(new InetSocketAddress(8443), handler);
 * }</pre>
 */
public final class Listener {
    private int limit = StreamReader.DEFAULT_LIMIT;
    private int backlog = 1024;
    private int maxConnections = Integer.MAX_VALUE;
    private TransportLayer layer;

    /** Makes a listener for TCP and Unix-domain sockets. */
    public Listener() {}

    /**
     * Says how long lines may be.
     *
     * @param bytes as for {@link StreamReader#StreamReader(dev.fermata.io.ByteSource, int)}
     * @return this
     */
    public Listener limit(int bytes) {
        limit = bytes;
        return this;
    }

    /**
     * Says how many connections may wait in the system to be accepted; at first 1024, which the system may cut.
     *
     * @param connections the number, positive
     * @return this
     */
    public Listener backlog(int connections) {
        backlog = connections;
        return this;
    }

    /**
     * Says how many connections are dealt with at the same time; others wait in the backlog. At first any number.
     *
     * @param connections the number, positive
     * @return this
     */
    public Listener maxConnections(int connections) {
        if (connections <= 0) {
            throw new IllegalArgumentException("a server for " + connections + " connections serves nobody");
        }
        maxConnections = connections;
        return this;
    }

    /**
     * Puts something on top of the sockets, such as TLS.
     *
     * @param top the layer; null for none
     * @return this
     */
    public Listener layer(TransportLayer top) {
        layer = top;
        return this;
    }

    /**
     * Starts a server on the loop that runs on this thread.
     *
     * @param address where to listen: an {@link java.net.InetSocketAddress}, with port 0 for any that is free, or a {@link
     *     UnixDomainSocketAddress}, whose file must not be there; the server deletes it when it stops. Not null
     * @param handler deals with each connection, not null
     * @return the server, which listens already
     * @throws BindException if somebody else listens there
     * @throws IOException if one cannot listen there
     */
    public Server listen(SocketAddress address, ConnectionHandler handler) throws IOException {
        Objects.requireNonNull(handler, "handler");
        boolean isUnix = Objects.requireNonNull(address, "address") instanceof UnixDomainSocketAddress;
        EventLoop loop = EventLoop.current();
        ServerSocketChannel channel =
                isUnix ? ServerSocketChannel.open(StandardProtocolFamily.UNIX) : ServerSocketChannel.open();
        boolean isListening = false;
        try {
            channel.bind(address, backlog);
            Server server = new Server(loop, loop.watch(channel), channel, handler, layer, limit, maxConnections);
            isListening = true;
            return server;
        } catch (BindException e) {
            throw (BindException) new BindException(e.getMessage() + ": " + address).initCause(e);
        } finally {
            if (!isListening) {
                channel.close();
            }
        }
    }
}
