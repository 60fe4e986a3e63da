package dev.fermata.io.net;

import dev.fermata.Coroutine;
import dev.fermata.io.Connection;
import dev.fermata.io.ConnectionHandler;
import java.io.IOException;
import java.net.SocketAddress;

/**
 * Connections and servers as one mostly wants them; {@link Connector} and {@link Listener} have the choices. All of it waits
 * on the loop that runs the task.
 */
public final class Network {
    private Network() {}

    /**
     * Connects by TCP (asyncio's {@code open_connection}).
     *
     * @param host a name or an address, not null; a name is looked up off the loop
     * @param port the port
     * @return gives the connection
     * @throws IOException if the name is unknown or nobody listens there
     */
    public static Coroutine<Connection> connect(String host, int port) throws IOException {
        return new Connector().connect(host, port);
    }

    /**
     * Connects to an address, by TCP or within the machine.
     *
     * @param address an {@link java.net.InetSocketAddress} or a {@link java.net.UnixDomainSocketAddress}, not null
     * @return gives the connection
     * @throws IOException if nobody listens there
     */
    public static Coroutine<Connection> connect(SocketAddress address) throws IOException {
        return new Connector().connect(address);
    }

    /**
     * Starts a server (asyncio's {@code start_server}), on the loop that runs on this thread.
     *
     * @param address where to listen: an {@link java.net.InetSocketAddress}, with port 0 for any that is free, or a {@link
     *     java.net.UnixDomainSocketAddress}; not null
     * @param handler deals with each connection, not null
     * @return the server, which listens already
     * @throws IOException if one cannot listen there
     */
    public static Server listen(SocketAddress address, ConnectionHandler handler) throws IOException {
        return new Listener().listen(address, handler);
    }
}
