package dev.fermata.benchmarks.io.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadTest {
    private static final int CONNECTIONS = 5;
    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private interface Behaviour {
        void behave(Socket socket) throws IOException;
    }

    @Test
    void counts_wrong_answers_and_gives_those_connections_up() throws IOException, GeneralSecurityException {
        Measurement measurement = load(socket -> {
            byte[] message = socket.getInputStream().readNBytes(Protocol.MESSAGE_SIZE);
            message[Protocol.MESSAGE_SIZE - 1]++;
            socket.getOutputStream().write(message);
        });
        assertEquals(CONNECTIONS, measurement.errors());
        assertEquals(0, measurement.connections());
        assertEquals(0, measurement.answers());
    }

    @Test
    void counts_connections_that_end() throws IOException, GeneralSecurityException {
        Measurement measurement = load(Socket::close);
        assertEquals(CONNECTIONS, measurement.errors());
        assertEquals(0, measurement.answers());
    }

    @Test
    void counts_every_answer_and_its_time() throws IOException, GeneralSecurityException {
        Measurement measurement = load(socket -> {
            byte[] message = new byte[Protocol.MESSAGE_SIZE];
            for (int i = 0; i < 3; i++) {
                socket.getInputStream().readNBytes(message, 0, message.length);
                socket.getOutputStream().write(message);
            }
        });
        assertEquals(3 * CONNECTIONS, measurement.answers());
        assertEquals(0, measurement.errors(), "who is silent for a moment is not lost yet");
        assertTrue(measurement.p50() > 0 && measurement.p50() <= measurement.longest(), measurement.toString());
    }

    @Test
    void counts_those_that_are_never_answered() throws IOException, GeneralSecurityException {
        Measurement measurement = load(socket -> socket.getInputStream().read(), Load.PATIENCE.plus(A_MOMENT));
        assertEquals(CONNECTIONS, measurement.errors());
    }

    private static Measurement load(Behaviour behaviour) throws IOException, GeneralSecurityException {
        return load(behaviour, A_MOMENT);
    }

    private static Measurement load(Behaviour behaviour, Duration duration)
            throws IOException, GeneralSecurityException {
        try (ServerSocket server = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress())) {
            new Thread(() -> acceptAll(server, behaviour), "misbehaving server").start();
            try (Load load = new Load(new Target(Protocol.ECHO, null, server.getLocalPort()), CONNECTIONS)) {
                return load.ask(duration);
            }
        }
    }

    private static void acceptAll(ServerSocket server, Behaviour behaviour) {
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = server.accept();
                new Thread(() -> behave(socket, behaviour), "connection " + i).start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void behave(Socket socket, Behaviour behaviour) {
        try {
            behaviour.behave(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
