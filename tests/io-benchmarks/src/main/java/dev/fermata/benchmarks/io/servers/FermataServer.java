package dev.fermata.benchmarks.io.servers;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;
import dev.fermata.io.Connection;
import dev.fermata.io.IncompleteReadException;
import dev.fermata.io.StreamReader;
import dev.fermata.io.StreamWriter;
import dev.fermata.io.net.Listener;
import dev.fermata.io.tls.Tls;
import dev.fermata.loop.EventLoop;
import dev.fermata.tests.http.Body;
import dev.fermata.tests.http.HttpLimits;
import dev.fermata.tests.http.HttpServer;
import dev.fermata.tests.http.Request;
import dev.fermata.tests.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.concurrent.CompletableFuture;

/** Fermata's streams on one event loop, written as one would: a coroutine for each connection. */
final class FermataServer implements Server {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final Protocol protocol;
    private final Listener listener = new Listener().backlog(BACKLOG);
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();

    private FermataServer(Protocol protocol) {
        this.protocol = protocol;
    }

    static Server start(Protocol protocol, Certificate certificate) throws IOException, GeneralSecurityException {
        FermataServer server = new FermataServer(protocol);
        if (certificate != null) {
            server.listener.layer(Tls.server(certificate.forServer()));
        }
        new Thread(server::run, "Fermata server").start();
        server.port.join();
        return server;
    }

    private void run() {
        try {
            EventLoop.run(protocol == Protocol.ECHO ? serveEcho() : serveHttp());
        } catch (IOException e) {
            port.completeExceptionally(e);
            throw new UncheckedIOException(e);
        }
    }

    @Suspendable
    private Coroutine<Void> serveEcho() throws IOException {
        try (dev.fermata.io.net.Server server = listener.listen(ANY_PORT, FermataServer::echo)) {
            port.complete(server.port());
            await(closing);
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> serveHttp() throws IOException {
        try (HttpServer server = HttpServer.listen(listener, ANY_PORT, HttpLimits.DEFAULT, FermataServer::answer)) {
            port.complete(server.port());
            await(closing);
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> echo(Connection connection) throws IOException {
        StreamReader reader = connection.reader();
        StreamWriter writer = connection.writer();
        try {
            while (true) {
                writer.write(await(reader.readExactly(Protocol.MESSAGE_SIZE)));
                await(writer.drain());
            }
        } catch (IncompleteReadException e) { // the client has gone
            return null;
        }
    }

    private static Coroutine<Response> answer(Request request) {
        boolean isFound = request.method().equals("GET") && request.path().equals(Protocol.PATH);
        return Coroutine.of(
                isFound
                        ? Response.ok(Body.of(Protocol.BODY)).header("content-type", Protocol.CONTENT_TYPE)
                        : Response.of(404, Body.EMPTY));
    }

    @Override
    public int port() {
        return port.join();
    }

    @Override
    public void close() {
        closing.complete(null);
    }
}
