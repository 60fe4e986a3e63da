package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.LimitOverrunException;
import dev.fermata.io.LineTooLongException;
import dev.fermata.io.net.Listener;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.LoopFailure;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.TimedOutException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Peers that read or write slowly, or not at all, or anything they like. */
@Timeout(60)
@ExtendWith(Census.class)
class SlowPeersTest {
    private static final int PIECE = 50_000;
    private static final int PIECES = 600;
    private static final int HIGH_WATER = 64 * 1024;

    private int mostKept;
    private int piecesWritten;

    @Suspendable
    private Coroutine<Void> flood(Connection connection) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < PIECES; i++) {
            connection.writer().write(piece);
            mostKept = Math.max(mostKept, connection.writer().size());
            await(connection.writer().drain());
            piecesWritten++;
        }
        return null;
    }

    @Test
    void who_writes_to_a_slow_reader_waits_for_it_and_keeps_little() {
        Trial.runQuietly(() -> {
            long direct = Census.directBytes();
            try (Server server = Network.listen(Trial.LOOPBACK, this::flood);
                    Socket slow = Peers.connect(server.port())) {
                int before = -1;
                while (before < piecesWritten || before <= 0) { // until the system takes no more
                    before = piecesWritten;
                    await(Tasks.settle(List.of(Tasks.within(Duration.ofMillis(100), server.stopped()))));
                }
                assertTrue(piecesWritten < PIECES, () -> piecesWritten + " pieces have been written, and none read");
                long read = await(Peers.play(() -> readInSmallPieces(slow)));
                assertEquals((long) PIECE * PIECES, read);
            }
            assertTrue(mostKept < HIGH_WATER + PIECE, () -> mostKept + " bytes were kept");
            assertTrue(Census.directBytes() - direct < 512 * 1024);
            return null;
        });
    }

    private static long readInSmallPieces(Socket socket) throws IOException {
        InputStream input = socket.getInputStream();
        byte[] bytes = new byte[8000];
        long total = 0;
        for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
            total += count;
        }
        return total;
    }

    @Test
    void one_huge_write_needs_its_copy_and_no_more() {
        byte[] huge = new byte[40_000_000];
        new Random(7).nextBytes(huge);
        Trial.runQuietly(() -> {
            long direct = Census.directBytes();
            try (Server server = Network.listen(Trial.LOOPBACK, connection -> {
                        connection.writer().write(huge);
                        return null;
                    });
                    Socket slow = Peers.connect(server.port())) {
                byte[] read = await(Peers.play(() -> slow.getInputStream().readAllBytes()));
                assertArrayEquals(huge, read);
                assertTrue(Census.directBytes() - direct < 512 * 1024, () -> Census.directBytes() + " direct bytes");
            }
            return null;
        });
    }

    @Test
    void whoever_reads_all_of_much_needs_no_direct_buffer_of_its_size() {
        byte[] huge = new byte[20_000_000];
        new Random(8).nextBytes(huge);
        Trial.runQuietly(() -> {
            long direct = Census.directBytes();
            try (Server server = Network.listen(Trial.LOOPBACK, connection -> {
                assertArrayEquals(huge, await(connection.reader().readAll()));
                connection.writer().write("thanks");
                return null;
            })) {
                assertEquals("thanks", await(Peers.play(() -> send(server.port(), huge, huge.length))));
                assertTrue(Census.directBytes() - direct < 512 * 1024, () -> Census.directBytes() + " direct bytes");
            }
            return null;
        });
    }

    private static String send(int port, byte[] bytes, int atOnce) throws IOException {
        try (Socket socket = Peers.connect(port)) {
            OutputStream output = socket.getOutputStream();
            for (int i = 0; i < bytes.length; i += atOnce) {
                output.write(bytes, i, Math.min(atOnce, bytes.length - i));
                Thread.yield();
            }
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes());
        }
    }

    @Test
    void lines_that_come_byte_by_byte_from_many_are_read_whole() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("line ").append(i).append('\n');
        }
        Trial.runQuietly(() -> {
            try (Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo)) {
                List<Deferred<String>> peers = new java.util.ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    peers.add(
                            Peers.play(() -> send(server.port(), text.toString().getBytes(), 1)));
                }
                for (String answer : await(Tasks.gather(peers))) {
                    assertEquals(text.toString(), answer);
                }
            }
            return null;
        });
    }

    @Test
    void a_peer_that_has_vanished_is_found_out_by_a_timeout() {
        Trial.runQuietly(() -> {
            Object[] outcome = {null};
            try (Server server = Network.listen(Trial.LOOPBACK, connection -> {
                        try {
                            await(Tasks.within(
                                    Duration.ofMillis(100), connection.reader().readLine()));
                        } catch (TimedOutException e) {
                            outcome[0] = e;
                        }
                        // Nothing was lost: what had come of the line is still there.
                        assertEquals(
                                "half a li",
                                new String(await(connection.reader().read(100))));
                        connection.abort();
                        return null;
                    });
                    Socket silent = Peers.connect(server.port())) {
                silent.getOutputStream().write("half a li".getBytes());
                await(Trial.until("the timeout", () -> outcome[0] != null && server.connections() == 0));
                assertInstanceOf(TimedOutException.class, outcome[0]);
            }
            return null;
        });
    }

    @Test
    void one_who_does_not_read_keeps_a_writer_only_for_so_long() {
        Trial.runQuietly(() -> {
            boolean[] isTimedOut = {false};
            try (Server server = Network.listen(Trial.LOOPBACK, connection -> {
                        try {
                            await(Tasks.within(Duration.ofMillis(200), flood(connection)));
                        } catch (TimedOutException e) {
                            isTimedOut[0] = true;
                            connection.abort(); // closing would wait for the peer
                        }
                        return null;
                    });
                    Socket silent = Peers.connect(server.port())) {
                await(Trial.until("the timeout", () -> isTimedOut[0] && server.connections() == 0));
                assertFalse(silent.isClosed());
            }
            return null;
        });
    }

    @Test
    void closing_towards_one_who_does_not_read_can_be_given_up() {
        Trial.runQuietly(() -> {
            boolean[] isTimedOut = {false};
            try (Server server = Network.listen(Trial.LOOPBACK, connection -> {
                        connection.writer().write(new byte[20_000_000]);
                        try {
                            await(Tasks.within(Duration.ofMillis(100), connection.closeAsync()));
                        } catch (TimedOutException e) {
                            isTimedOut[0] = true;
                        }
                        assertEquals(0, connection.writer().size());
                        return null;
                    });
                    Socket silent = Peers.connect(server.port())) {
                await(Trial.until("the timeout", () -> isTimedOut[0] && server.connections() == 0));
                assertFalse(silent.isClosed());
            }
            return null;
        });
    }

    @Test
    void a_line_without_an_end_is_refused_at_the_limit() {
        int limit = 10_000;
        int[] inStore = {-1};
        List<LoopFailure> failures = Trial.run(() -> {
            try (Server server = new Listener().limit(limit).listen(Trial.LOOPBACK, connection -> {
                try {
                    await(connection.reader().readUntil((byte) 0));
                } catch (LimitOverrunException e) {
                    inStore[0] = e.consumed();
                }
                await(connection.reader().readLine());
                return null;
            })) {
                byte[] endless = new byte[5_000_000];
                Arrays.fill(endless, (byte) 'x');
                await(Tasks.settle(List.of(Peers.play(() -> send(server.port(), endless, endless.length)))));
            }
            return null;
        });
        assertTrue(inStore[0] > limit && inStore[0] < limit + 70_000, inStore[0] + " bytes in store");
        assertEquals(1, failures.size());
        assertInstanceOf(LineTooLongException.class, failures.get(0).error());
    }

    @Test
    void garbage_is_bytes_like_any_other() {
        byte[] garbage = new byte[1_000_000];
        new Random(9).nextBytes(garbage);
        Trial.runQuietly(() -> {
            long[] count = {0};
            try (Server server = new Listener().limit(garbage.length).listen(Trial.LOOPBACK, connection -> {
                for (byte[] line = await(connection.reader().readLine());
                        line.length > 0;
                        line = await(connection.reader().readLine())) {
                    count[0] += line.length;
                }
                return null;
            })) {
                assertEquals("", await(Peers.play(() -> send(server.port(), garbage, 1777))));
            }
            assertEquals(garbage.length, count[0]);
            return null;
        });
    }
}
