package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.IncompleteReadException;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.LoopFailure;
import dev.fermata.tasks.Tasks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The peer resets the connection after each byte of a conversation, those that it writes and those that it reads. */
@Timeout(60)
@ExtendWith(Census.class)
class ResetsTest {
    private static final String ASKED = "GET 40\nPUT 12\nhello, world";
    private static final String ANSWERED = "0123456789012345678901234567890123456789OK 12\n";
    private static final Duration LONG = Duration.ofSeconds(20);

    /** What a conversation has come to on our side. */
    private int completed;

    @Suspendable
    private Coroutine<Void> serve(Connection connection) throws IOException {
        assertEquals("GET 40\n", new String(await(connection.reader().readLine())));
        connection.writer().write(ANSWERED.substring(0, 40));
        await(connection.writer().drain());
        if (await(connection.reader().readUntil((byte) '\n')).length == 7) {
            byte[] body = await(connection.reader().readExactly(12));
            connection.writer().write("OK " + body.length + "\n");
            await(connection.writer().drain());
        }
        completed++;
        return null;
    }

    /** Writes so many bytes, reads so many, and then is gone. */
    private static String vanish(Socket socket, int toWrite, int toRead) throws IOException {
        try (socket) {
            socket.getOutputStream().write(ASKED.getBytes(), 0, toWrite);
            String read = new String(socket.getInputStream().readNBytes(toRead));
            Peers.reset(socket);
            return read;
        }
    }

    @Test
    void our_server_survives_them_all() {
        List<LoopFailure> failures = Trial.run(() -> {
            try (Server server = Network.listen(Trial.LOOPBACK, this::serve)) {
                for (int i = 0; i < ASKED.length(); i++) {
                    int written = i;
                    await(Peers.play(() -> vanish(Peers.connect(server.port()), written, written < 7 ? 0 : 40)));
                    await(Peers.play(() -> vanish(Peers.connect(server.port()), written, 0)));
                }
                for (int i = 0; i <= ANSWERED.length(); i++) {
                    int read = i;
                    await(Peers.play(() -> vanish(Peers.connect(server.port()), ASKED.length(), read)));
                }
                await(Trial.until("the end of all", () -> server.connections() == 0));
                int before = completed;
                assertEquals(
                        ANSWERED,
                        await(Peers.play(
                                () -> vanish(Peers.connect(server.port()), ASKED.length(), ANSWERED.length()))));
                await(Trial.until("the end of the last", () -> server.connections() == 0));
                assertEquals(before + 1, completed);
            }
            return null;
        });
        assertTrue(failures.size() > ASKED.length(), () -> failures.size() + " failures");
        for (LoopFailure failure : failures) {
            if (!(failure.error() instanceof IncompleteReadException) && !(failure.error() instanceof AssertionError)) {
                assertInstanceOf(IOException.class, failure.error());
                assertTrue(failure.error().getMessage().contains(" to /127.0.0.1:"), failure.toString());
            }
        }
    }

    @Suspendable
    private static Coroutine<String> ask(int port) throws IOException {
        try (Connection connection = await(Network.connect("127.0.0.1", port))) {
            connection.writer().write("GET 40\n");
            String first = new String(await(connection.reader().readExactly(40)));
            connection.writer().write("PUT 12\n");
            connection.writer().write("hello, world");
            await(connection.writer().drain());
            return Coroutine.of(first + new String(await(connection.reader().readUntil((byte) '\n'))));
        }
    }

    private static String vanishAsServer(ServerSocket server, int toRead, int toWrite) throws IOException {
        try (Socket socket = Peers.accept(server)) {
            String read = new String(socket.getInputStream().readNBytes(Math.min(toRead, 7)));
            socket.getOutputStream().write(ANSWERED.getBytes(), 0, Math.min(toWrite, 40));
            read += new String(socket.getInputStream().readNBytes(Math.max(toRead - 7, 0)));
            socket.getOutputStream().write(ANSWERED.getBytes(), 40, Math.max(toWrite - 40, 0));
            Peers.reset(socket);
            return read;
        }
    }

    @Suspendable
    private static Coroutine<Throwable> failureOfAsking(ServerSocket server, int toRead, int toWrite)
            throws IOException {
        var peer = Peers.play(() -> vanishAsServer(server, toRead, toWrite));
        Throwable failure = null;
        try {
            await(Tasks.within(LONG, ask(server.getLocalPort())));
        } catch (IOException e) {
            failure = e;
        }
        assertEquals(ASKED.substring(0, toRead), await(peer));
        return Coroutine.of(failure);
    }

    @Test
    void our_client_is_told_each_time() {
        Trial.runQuietly(() -> {
            try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
                for (int i = 0; i <= 7; i++) {
                    assertInstanceOf(IOException.class, await(failureOfAsking(server, i, 0)));
                }
                for (int i = 7; i <= ASKED.length(); i++) {
                    assertInstanceOf(IOException.class, await(failureOfAsking(server, i, 40)));
                }
                for (int i = 0; i < 40; i++) {
                    assertInstanceOf(IOException.class, await(failureOfAsking(server, 7, i)));
                }
                for (int i = 40; i < ANSWERED.length(); i++) {
                    assertInstanceOf(IOException.class, await(failureOfAsking(server, ASKED.length(), i)));
                }
            }
            return null;
        });
    }
}
