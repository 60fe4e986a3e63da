package dev.fermata.io.net;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EchoTest {
    private static final SocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @Suspendable
    static Coroutine<Void> echo(Connection connection) throws IOException {
        for (byte[] bytes = await(connection.reader().read(65536));
                bytes.length > 0;
                bytes = await(connection.reader().read(65536))) {
            connection.writer().write(bytes);
            await(connection.writer().drain());
        }
        return null;
    }

    @Test
    void lines_go_there_and_back_over_tcp() throws IOException {
        EventLoop.run(lines(LOOPBACK));
    }

    @Test
    void and_over_a_unix_domain_socket(@TempDir Path directory) throws IOException {
        Path socket = directory.resolve("socket");
        EventLoop.run(lines(UnixDomainSocketAddress.of(socket)));
        assertTrue(Files.notExists(socket));
    }

    @Suspendable
    private static Coroutine<Void> lines(SocketAddress address) throws IOException {
        try (Server server = Network.listen(address, EchoTest::echo);
                Connection connection = await(Network.connect(server.address()))) {
            for (int i = 0; i < 3; i++) {
                connection.writer().write("line " + i + "\n");
                assertEquals(
                        "line " + i + "\n", new String(await(connection.reader().readLine())));
            }
            connection.writer().end();
            assertEquals(0, await(connection.reader().readAll()).length);
            assertTrue(connection.reader().isAtEnd());
        }
        return null;
    }

    @Test
    void much_more_than_buffers_hold_arrives_whole() throws IOException {
        EventLoop.run(much());
    }

    @Suspendable
    private static Coroutine<Void> much() throws IOException {
        byte[] sent = new byte[20_000_000];
        new Random(1).nextBytes(sent);
        try (Server server = Network.listen(LOOPBACK, EchoTest::echo);
                Connection connection = await(Network.connect("localhost", server.port()))) {
            var reading = EventLoop.current().spawn(connection.reader().readAll());
            for (int i = 0; i < sent.length; i += 100_000) {
                connection.writer().write(sent, i, 100_000);
                await(connection.writer().drain());
                assertTrue(connection.writer().size() < 200_000);
            }
            connection.writer().end();
            assertArrayEquals(sent, await(reading));
        }
        return null;
    }

    @Test
    void where_nobody_listens_the_address_is_named() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        ConnectException refused =
                assertThrows(ConnectException.class, () -> EventLoop.run(Network.connect("127.0.0.1", free)));
        assertEquals("Connection refused: /127.0.0.1:" + free, refused.getMessage());
        ConnectException both =
                assertThrows(ConnectException.class, () -> EventLoop.run(Network.connect("localhost", free)));
        assertTrue(both.getMessage().contains("127.0.0.1:" + free), both.getMessage());
    }

    @Test
    void datagrams_come_with_their_senders() throws IOException {
        assertEquals("[1, 2, 3]", EventLoop.run(datagrams()));
    }

    @Suspendable
    private static Coroutine<String> datagrams() throws IOException {
        try (DatagramEndpoint first = DatagramEndpoint.bind(LOOPBACK);
                DatagramEndpoint second = DatagramEndpoint.connect(first.address())) {
            var answer = EventLoop.current().spawn(second.receive());
            await(second.send(new byte[] {1, 2, 3}));
            Datagram asked = await(first.receive());
            assertEquals(second.address(), asked.address());
            await(first.send(asked));
            return Coroutine.of(Arrays.toString(await(answer).bytes()));
        }
    }

    @Test
    void a_server_that_is_shut_down_lets_its_handlers_end() throws IOException {
        EventLoop.run(shutDown());
    }

    @Suspendable
    private static Coroutine<Void> shutDown() throws IOException {
        Server server = Network.listen(LOOPBACK, EchoTest::echo);
        Connection connection = await(Network.connect(server.address()));
        connection.writer().write("x");
        await(connection.reader().readExactly(1));
        assertEquals(1, server.connections());
        await(server.shutDown(Duration.ofMillis(1)));
        assertEquals(0, server.connections());
        assertEquals(0, await(connection.reader().read(1)).length);
        await(connection.closeAsync());
        return null;
    }
}
