package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Connector;
import dev.fermata.io.net.Listener;
import dev.fermata.io.net.Server;
import dev.fermata.io.tls.Tls;
import dev.fermata.io.tls.TlsTransport;
import dev.fermata.loop.Termination;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** TLS on both sides, and a server that ends in order. */
final class EncryptedServer {
    private EncryptedServer() {}

    // region client
    @Suspendable
    static Coroutine<Void> client(String host) throws IOException {
        Connector connector = new Connector().layer(Tls.client().applicationProtocols("http/1.1"));
        try (Connection connection = await(connector.connect(host, 443))) {
            TlsTransport tls = TlsTransport.of(connection);
            System.out.println(tls.session().getProtocol() + ", " + tls.applicationProtocol());
        }
        return null;
    }
    // endregion

    // region server
    @Suspendable
    static Coroutine<Void> serve(SSLContext context) throws IOException {
        Listener listener = new Listener().layer(Tls.server(context)).maxConnections(10_000);
        try (Server server = listener.listen(new InetSocketAddress(8443), LineServer::serve)) {
            try {
                await(server.stopped());
            } finally {
                await(server.shutDown(Duration.ofSeconds(10))); // lets those that are served finish
            }
        }
        return null;
    }

    static void run(SSLContext context) throws IOException {
        Termination.run(serve(context)); // cancels serve when the program gets SIGTERM, and waits for its end
    }
    // endregion
}
