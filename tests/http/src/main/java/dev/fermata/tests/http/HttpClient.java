package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Connector;
import dev.fermata.tests.http.codec.Output;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A client of HTTP/1.1 that keeps its connections: one whose response has been read to the end serves the next request to
 * the same server. It has no limits of its own to time and number: {@code Timeout} and {@code Semaphore} are there for that. A
 * request that is cancelled closes its connection. Confined to one loop.
 *
 * <pre>{@code
 * try (HttpClient client = new HttpClient()) {
 *     Response response = await(client.send(Request.get("http://localhost:8080/")));
 *     for (byte[] piece : response.body().pieces()) {
 *         ...
 *     }
 * }
 * }</pre>
 */
public final class HttpClient implements AsyncCloseable {
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    private final Connector plain;
    private final Connector secure;
    private final HttpLimits limits;
    private final Output.Spare spare = new Output.Spare();
    private final Map<Origin, Deque<ClientConnection>> idle = new HashMap<>();
    private final Set<ClientConnection> open = new HashSet<>();
    private boolean isClosed;

    /** Makes a client for {@code http:} alone. */
    public HttpClient() {
        this(new Connector(), null, HttpLimits.DEFAULT);
    }

    /**
     * Makes a client.
     *
     * @param plain connects for {@code http:}, not null
     * @param secure connects for {@code https:}, with TLS as its layer; null if that is not wanted
     * @param limits how much of a response to put up with, and how long to keep connections; not null
     */
    public HttpClient(Connector plain, Connector secure, HttpLimits limits) {
        this.plain = plain;
        this.secure = secure;
        this.limits = limits;
    }

    /**
     * Sends a request.
     *
     * @param request what to ask, not null
     * @return gives the response as soon as its head is there; its body is to be read to the end, or {@linkplain
     *     Body#discard discarded}
     * @throws IOException if the server cannot be reached, closes the connection, or says something that is no HTTP
     */
    @Suspendable
    public Coroutine<Response> send(Request request) throws IOException {
        if (isClosed) {
            throw new IllegalStateException("the client has been closed");
        }
        URI address = URI.create(request.target());
        Origin origin = Origin.of(address);
        ClientConnection kept = takeIdle(origin);
        if (kept != null) {
            try {
                return Coroutine.of(await(kept.exchange(request, address)));
            } catch (ClientConnection.Unanswered e) {
                if (!(request.body() instanceof FixedBody) || !REPEATABLE.contains(request.method())) {
                    throw e;
                } // the server had closed it meanwhile, which one notices only now
            }
        }
        return Coroutine.of(await(await(connect(origin)).exchange(request, address)));
    }

    private ClientConnection takeIdle(Origin origin) {
        Deque<ClientConnection> connections = idle.get(origin);
        while (connections != null && !connections.isEmpty()) {
            ClientConnection last = connections.removeLast();
            if (!last.isOld()) {
                return last;
            }
            last.abort();
        }
        return null;
    }

    @Suspendable
    private Coroutine<ClientConnection> connect(Origin origin) throws IOException {
        Connector connector = origin.isSecure() ? secure : plain;
        if (connector == null) {
            throw new IOException("this client has no TLS for " + origin);
        }
        Connection connection = await(connector.connect(origin.address(), origin.port()));
        ClientConnection made = new ClientConnection(this, origin, connection, limits, spare);
        open.add(made);
        return Coroutine.of(made);
    }

    void release(ClientConnection connection) {
        if (isClosed) {
            connection.abort();
        } else {
            idle.computeIfAbsent(connection.origin(), origin -> new ArrayDeque<>())
                    .addLast(connection);
        }
    }

    void gone(ClientConnection connection) {
        open.remove(connection);
    }

    /**
     * How many connections are open.
     *
     * @return the number, of those in use and those that are kept
     */
    public int connections() {
        return open.size();
    }

    /**
     * Closes all connections, also those on which responses are still being read.
     *
     * @return gives null
     */
    @Override
    public Coroutine<Void> closeAsync() {
        isClosed = true;
        idle.clear();
        Set.copyOf(open).forEach(ClientConnection::abort);
        return Coroutine.of(null);
    }

    @Override
    public String toString() {
        return "HTTP client with " + open.size() + " connections";
    }
}
