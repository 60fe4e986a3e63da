package dev.fermata.io.tls;

import static dev.fermata.Coroutine.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Connector;
import dev.fermata.io.net.Listener;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the JDK's own sockets, which block a thread. */
class JdkSocketTest {
    private static final int PATIENCE_MILLIS = 60_000;

    private static void run(Coroutine<Void> test) {
        EventLoop.run(Tasks.within(Duration.ofMillis(PATIENCE_MILLIS), test));
    }

    private static byte[] random(int seed) {
        byte[] bytes = new byte[1_000_000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_blocking_client_is_served(String version) throws IOException {
        run(served(version));
    }

    @Suspendable
    private static Coroutine<Void> echo(Connection connection) throws IOException {
        for (byte[] bytes = await(connection.reader().read(65536));
                bytes.length > 0;
                bytes = await(connection.reader().read(65536))) {
            connection.writer().write(bytes);
            await(connection.writer().drain());
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> served(String version) throws IOException {
        Tls tls = Ends.only(Tls.server(Identity.server().trusting()), version);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Server server = new Listener().layer(tls).listen(address, JdkSocketTest::echo)) {
            await(EventLoop.current().offload(() -> askBlocking(server.port(), version)));
        }
        return null;
    }

    private static Void askBlocking(int port, String version) throws IOException, InterruptedException {
        SSLContext context = Identity.anonymousTrusting(Identity.server());
        byte[] sent = random(1);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.startHandshake();
            assertEquals(version, socket.getSession().getProtocol());
            Thread writer = new Thread(() -> {
                try {
                    socket.getOutputStream().write(sent);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            writer.start();
            assertArrayEquals(sent, socket.getInputStream().readNBytes(sent.length));
            writer.join();
            socket.shutdownOutput();
            assertEquals(-1, socket.getInputStream().read());
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void a_blocking_server_is_asked(String version) throws IOException {
        run(asked(version));
    }

    @Suspendable
    private static Coroutine<Void> asked(String version) throws IOException {
        SSLContext context = Identity.server().trusting();
        byte[] sent = random(2);
        try (SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setEnabledProtocols(new String[] {version});
            server.setSoTimeout(PATIENCE_MILLIS);
            var echoing = EventLoop.current().offload(() -> echoBlocking(server));
            Tls tls = Tls.client(Identity.anonymousTrusting(Identity.server()));
            try (Connection connection =
                    await(new Connector().layer(tls).connect("localhost", server.getLocalPort()))) {
                var reading = EventLoop.current().spawn(connection.reader().readExactly(sent.length));
                connection.writer().write(sent);
                assertArrayEquals(sent, await(reading));
                if (connection.writer().canEnd()) {
                    connection.writer().write("the last\n");
                    connection.writer().end();
                    assertEquals(
                            "the last\n", new String(await(connection.reader().readAll()), UTF_8));
                }
            }
            await(echoing);
        }
        return null;
    }

    private static Void echoBlocking(SSLServerSocket server) throws IOException {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getInputStream().transferTo(socket.getOutputStream());
        }
        return null;
    }
}
