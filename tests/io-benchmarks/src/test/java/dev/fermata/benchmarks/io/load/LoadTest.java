package dev.fermata.benchmarks.io.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadTest {
    private static final int CONNECTIONS = 5;

    private interface Behaviour {
        void behave(Socket socket) throws IOException;
    }

    @Test
    void counts_wrong_answers_and_gives_those_connections_up() throws IOException, GeneralSecurityException {
        Tally tally = load(
                socket -> {
                    byte[] message = socket.getInputStream().readNBytes(Protocol.MESSAGE_SIZE);
                    message[Protocol.MESSAGE_SIZE - 1]++;
                    socket.getOutputStream().write(message);
                },
                all -> all.errors() == CONNECTIONS);
        assertEquals(new Tally(0, 0, CONNECTIONS), tally);
    }

    @Test
    void counts_connections_that_end() throws IOException, GeneralSecurityException {
        Tally tally = load(Socket::close, all -> all.errors() == CONNECTIONS);
        assertEquals(new Tally(0, 0, CONNECTIONS), tally);
    }

    @Test
    void counts_every_answer() throws IOException, GeneralSecurityException {
        Tally tally = load(
                socket -> {
                    byte[] message = new byte[Protocol.MESSAGE_SIZE];
                    for (int i = 0; i < 3; i++) {
                        socket.getInputStream().readNBytes(message, 0, message.length);
                        socket.getOutputStream().write(message);
                    }
                },
                all -> all.answers() == 3 * CONNECTIONS);
        assertEquals(new Tally(CONNECTIONS, 3 * CONNECTIONS, 0), tally, "who is silent for a moment is not lost yet");
    }

    @Test
    void counts_those_that_are_never_answered() throws IOException, GeneralSecurityException {
        Tally tally = load(socket -> socket.getInputStream().read(), all -> all.errors() > 0);
        assertEquals(new Tally(CONNECTIONS, 0, CONNECTIONS), tally);
    }

    @Test
    void says_how_long_answers_took() {
        Histogram latencies = new Histogram(3);
        for (int micros = 1; micros <= 1000; micros++) {
            latencies.recordValue(micros * 1000L);
        }
        Measurement measurement = Measurement.of(1, Duration.ofSeconds(2), latencies, 0);
        assertEquals(1000, measurement.answers());
        assertEquals(2, measurement.seconds());
        assertEquals(500, measurement.p50(), 1);
        assertEquals(990, measurement.p99(), 1);
        assertEquals(999, measurement.p999(), 1);
        assertEquals(1000, measurement.longest(), 1);
    }

    private static Tally load(Behaviour behaviour, Predicate<Tally> isEnough)
            throws IOException, GeneralSecurityException {
        try (ServerSocket server = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress())) {
            new Thread(() -> acceptAll(server, behaviour), "misbehaving server").start();
            try (Load load = new Load(new Target(Protocol.ECHO, null, server.getLocalPort()), CONNECTIONS)) {
                return Tally.of(load, isEnough);
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
