package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.DatagramEndpoint;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two tasks wait for the same bytes: the second is told, and the first gets them. */
@Timeout(60)
@ExtendWith(Census.class)
class RacedWaitsTest {
    @Suspendable
    private static Coroutine<Throwable> failure(Task<?> task) {
        while (!task.isDone()) {
            await(EventLoop.sleep(Duration.ZERO));
        }
        return Coroutine.of(task.failure());
    }

    private static void assertNames(Throwable failure, String part) {
        IllegalStateException refused = assertInstanceOf(IllegalStateException.class, failure);
        assertTrue(refused.getMessage().contains("another task waits"), refused.getMessage());
        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }

    @Test
    void on_a_stream() {
        Trial.runQuietly(() -> {
            try (Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo);
                    Connection connection = await(Network.connect(server.address()))) {
                Task<byte[]> first =
                        EventLoop.current().spawn(connection.reader().readLine());
                Task<byte[]> second =
                        EventLoop.current().spawn(connection.reader().readLine());
                assertNames(await(failure(second)), " to /127.0.0.1:" + server.port());
                connection.writer().write("for the first\n");
                assertEquals("for the first\n", new String(await(first)));
            }
            return null;
        });
    }

    @Test
    void on_a_datagram_endpoint() {
        Trial.runQuietly(RacedWaitsTest::datagrams);
    }

    @Suspendable
    private static Coroutine<Void> datagrams() throws IOException {
        try (DatagramEndpoint endpoint = DatagramEndpoint.bind(Trial.LOOPBACK);
                DatagramEndpoint sender = DatagramEndpoint.connect(endpoint.address())) {
            var first = EventLoop.current().spawn(endpoint.receive());
            var second = EventLoop.current().spawn(endpoint.receive());
            assertNames(await(failure(second)), "ChannelWatch.readable");
            await(sender.send(new byte[] {1}));
            assertEquals(1, await(first).bytes().length);
        }
        return null;
    }
}
