package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Listener;
import dev.fermata.io.net.Server;
import dev.fermata.tests.http.codec.Output;
import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** A server of HTTP/1.1. Each connection is a task of its loop. Confined to the loop. */
public final class HttpServer implements AsyncCloseable {
    private final HttpHandler handler;
    private final HttpLimits limits;
    private final HttpClock clock = new HttpClock();
    private final Output.Spare spare = new Output.Spare();
    private final Set<ServerConnection> connections = new LinkedHashSet<>();
    private Server server;
    private boolean isStopping;

    private HttpServer(HttpHandler handler, HttpLimits limits) {
        this.handler = Objects.requireNonNull(handler, "handler");
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /**
     * Starts a server on the loop that runs on this thread.
     *
     * @param address where to listen, not null; port 0 for any that is free
     * @param handler answers requests, not null
     * @return the server, which listens already
     * @throws IOException if one cannot listen there
     */
    public static HttpServer listen(SocketAddress address, HttpHandler handler) throws IOException {
        return listen(new Listener(), address, HttpLimits.DEFAULT, handler);
    }

    /**
     * Starts a server on the loop that runs on this thread.
     *
     * @param listener how to listen: with TLS, for so many connections; not null
     * @param address where to listen, not null; port 0 for any that is free
     * @param limits how much to put up with, not null
     * @param handler answers requests, not null
     * @return the server, which listens already
     * @throws IOException if one cannot listen there
     */
    public static HttpServer listen(Listener listener, SocketAddress address, HttpLimits limits, HttpHandler handler)
            throws IOException {
        HttpServer http = new HttpServer(handler, limits);
        http.server = listener.listen(address, http::serve);
        return http;
    }

    /**
     * Makes a coroutine that serves one connection, without any listening: on a connection of {@link Connection#pair()},
     * mostly.
     *
     * @param connection the connection, not null; the caller closes it
     * @param limits how much to put up with, not null
     * @param handler answers requests, not null
     * @return ends when the connection is to be closed
     * @throws IOException never, yet
     */
    @Suspendable
    public static Coroutine<Void> serve(Connection connection, HttpLimits limits, HttpHandler handler)
            throws IOException {
        await(new HttpServer(handler, limits).serve(connection));
        return null;
    }

    @Suspendable
    private Coroutine<Void> serve(Connection connection) throws IOException {
        ServerConnection served = new ServerConnection(connection, handler, limits, clock, spare);
        connections.add(served);
        try {
            if (!isStopping) {
                await(served.run());
            }
        } finally {
            connections.remove(served);
        }
        return null;
    }

    /**
     * Where it listens.
     *
     * @return the address
     */
    public SocketAddress address() {
        return server.address();
    }

    /**
     * The port on which it listens.
     *
     * @return the port
     */
    public int port() {
        return server.port();
    }

    /**
     * How many connections are open.
     *
     * @return the number
     */
    public int connections() {
        return server.connections();
    }

    /**
     * Stops in order: accepts nobody any more, closes the connections that do nothing, lets requests that are being answered
     * have their response for a time, and cancels those that are left.
     *
     * @param grace how long that may take, not null
     * @return gives null when all have ended
     */
    @Suspendable
    public Coroutine<Void> shutDown(Duration grace) {
        isStopping = true;
        Set.copyOf(connections).forEach(ServerConnection::stop);
        await(server.shutDown(grace));
        return null;
    }

    /**
     * Waits until somebody else has stopped it.
     *
     * @return gives null
     */
    public Coroutine<Void> stopped() {
        return server.stopped();
    }

    /**
     * Stops at once.
     *
     * @return gives null when all has ended
     */
    @Override
    public Coroutine<Void> closeAsync() {
        return shutDown(Duration.ZERO);
    }

    @Override
    public String toString() {
        return "HTTP " + server;
    }
}
