package dev.fermata.tests.conformance.streams;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.tasks.Tasks;
import dev.fermata.tests.conformance.Scenario;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Servers and clients on the loopback address. */
public final class Connections extends StreamScenarios {
    private static final String CLOSED_BY_THE_SERVER =
            "a server closes a connection when its handler has ended; nothing is to be said for it";

    private static SocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Scenario("AIO-84")
    public void an_echo_server_answers_line_by_line() throws IOException {
        EventLoop.run(echo());
    }

    @Suspendable
    private Coroutine<Void> echo() throws IOException {
        Promise<Void> finished = new Promise<>(EventLoop.current());
        Server server = Network.listen(loopback(), connection -> echoLines(connection, finished));
        log("serving", server.isServing());
        Connection connection = await(Network.connect("127.0.0.1", server.port()));
        for (String line : new String[] {"one\n", "two\n", "\n"}) {
            connection.writer().write(bytes(line));
            await(connection.writer().drain());
            log("client:", text(await(connection.reader().readLine())));
        }
        log("client closes");
        connection.writer().close();
        await(connection.writer().closed());
        await(finished);
        server.stop();
        await(server.stopped());
        log("server closed", server.isServing());
        return null;
    }

    @Suspendable
    private Coroutine<Void> echoLines(Connection connection, Promise<Void> finished) throws IOException {
        for (byte[] line = await(connection.reader().readLine());
                line.length > 0;
                line = await(connection.reader().readLine())) {
            log("server:", text(line));
            connection.writer().write(bytes("echo "));
            connection.writer().write(line);
            await(connection.writer().drain());
        }
        log("server: end of input");
        connection.writer().close();
        await(connection.writer().closed());
        finished.complete(null);
        return null;
    }

    @Scenario("AIO-85")
    public void after_a_half_close_the_other_direction_stays_usable() throws IOException {
        EventLoop.run(halfClose());
    }

    @Suspendable
    private Coroutine<Void> halfClose() throws IOException {
        Server server = Network.listen(loopback(), this::answerReversed);
        Connection connection = await(Network.connect("127.0.0.1", server.port()));
        log("can half-close", connection.writer().canEnd());
        connection.writer().write(bytes("hello "));
        connection.writer().write(bytes("world"));
        connection.writer().end();
        log("client read", text(await(connection.reader().readAll())));
        log("at end", connection.reader().isAtEnd());
        connection.writer().close();
        await(connection.writer().closed());
        server.stop();
        await(server.stopped());
        return null;
    }

    @Suspendable
    private Coroutine<Void> answerReversed(Connection connection) throws IOException {
        byte[] data = await(connection.reader().readAll());
        log("server read", data.length);
        String answer = new StringBuilder(text(data)).reverse().toString();
        connection.writer().write(bytes(answer.substring(0, 4)));
        connection.writer().write(bytes(answer.substring(4)));
        await(connection.writer().drain());
        connection.writer().close();
        return null;
    }

    @Scenario("AIO-91")
    public void three_megabytes_arrive_whole() throws IOException {
        EventLoop.run(threeMegabytes());
    }

    @Suspendable
    private Coroutine<Void> threeMegabytes() throws IOException {
        byte[] payload = new byte[3_000_000];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) (i % 251);
        }
        Promise<Void> go = new Promise<>(EventLoop.current());
        Server server = Network.listen(loopback(), connection -> count(connection, go));
        Connection connection = await(Network.connect("127.0.0.1", server.port()));
        for (int start = 0; start < payload.length; start += 100_000) {
            connection.writer().write(Arrays.copyOfRange(payload, start, start + 100_000));
            go.tryComplete(null);
            await(connection.writer().drain());
        }
        connection.writer().end();
        log("answer", text(await(connection.reader().readLine())));
        CRC32 own = new CRC32();
        own.update(payload);
        log("own   ", payload.length, own.getValue());
        connection.writer().close();
        await(connection.writer().closed());
        server.stop();
        return null;
    }

    @Suspendable
    private static Coroutine<Void> count(Connection connection, Promise<Void> go) throws IOException {
        await(go);
        CRC32 crc = new CRC32();
        int size = 0;
        for (byte[] data = await(connection.reader().read(65_536));
                data.length > 0;
                data = await(connection.reader().read(65_536))) {
            crc.update(data);
            size += data.length;
            await(turn());
        }
        connection.writer().write(bytes(size + " " + crc.getValue() + "\n"));
        await(connection.writer().drain());
        connection.writer().close();
        return null;
    }

    private int connections;

    @Scenario(value = "AIO-92", mapped = CLOSED_BY_THE_SERVER)
    public void what_fails_is_told_and_a_timeout_spoils_nothing() throws IOException {
        EventLoop.run(failing());
    }

    @Suspendable
    private Coroutine<Void> failing() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        await(attemptAwaiting("connect", Network.connect("127.0.0.1", port)));
        Server server = Network.listen(loopback(), this::answerTheSecond);
        Connection connection = await(Network.connect("127.0.0.1", server.port()));
        await(attemptReading("exactly 10", connection.reader().readExactly(10)));
        await(attemptReading("line", connection.reader().readLine()));
        connection.writer().close();
        connection = await(Network.connect("127.0.0.1", server.port()));
        Coroutine<byte[]> silent = connection.reader().readLine();
        await(attemptReading("silent", Tasks.within(Duration.ofMillis(30), silent)));
        connection.writer().write(bytes("late\n"));
        await(attemptReading("line", connection.reader().readLine()));
        connection.writer().close();
        server.stop();
        return null;
    }

    @Suspendable
    private Coroutine<Void> answerTheSecond(Connection connection) throws IOException {
        connections++;
        if (connections == 1) {
            connection.writer().write(bytes("abc"));
        } else {
            await(connection.reader().readLine());
            connection.writer().write(bytes("here\n"));
        }
        await(connection.writer().drain());
        return null;
    }
}
