package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** One side of a conversation is cancelled in each turn of it, one in each run: both sides end, and nothing is left open. */
@Timeout(60)
@ExtendWith(Census.class)
class CancellationTest {
    private static final int TURNS = 60;
    private static final int MUCH = 200_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    @Suspendable
    private static Coroutine<Void> ask(Connection owned) throws IOException {
        try (Connection connection = owned) {
            connection.writer().write("hello\n");
            assertEquals("hello\n", new String(await(connection.reader().readUntil((byte) '\n'))));
            connection.writer().write(new byte[MUCH]);
            await(connection.writer().drain());
            assertEquals(MUCH, await(connection.reader().readExactly(MUCH)).length);
            connection.writer().end();
            assertEquals(0, await(connection.reader().readAll()).length);
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> answer(Connection owned) throws IOException {
        try (Connection connection = owned) {
            await(ServerFaultsTest.echo(connection));
        }
        return null;
    }

    /** Cancels it after so many turns; gives whether it was still going on. */
    @Suspendable
    private static Coroutine<Boolean> cancelAfter(Task<?> victim, int turns) {
        for (int i = 0; i < turns; i++) {
            await(EventLoop.sleep(Duration.ZERO));
        }
        return Coroutine.of(victim.cancel("in turn " + turns));
    }

    /** The other side may be told that the connection is broken; it must not be told anything else, nor wait for ever. */
    @Suspendable
    private static Coroutine<Void> ended(Task<?> task) {
        long end = System.nanoTime() + PATIENCE;
        while (!task.isDone()) {
            assertTrue(System.nanoTime() - end < 0, () -> task + " goes on");
            await(EventLoop.sleep(Duration.ZERO));
        }
        if (!task.isCancelled()) {
            Throwable failure = task.failure();
            if (failure != null && !(failure instanceof IOException)) {
                throw new AssertionError(task + " failed", failure);
            }
        }
        return null;
    }

    @Test
    void in_memory() {
        for (int victim = 0; victim < 2; victim++) {
            int chosen = victim;
            int hits = 0;
            for (int turn = 0; turn < TURNS; turn++) {
                int at = turn;
                hits += TestLoop.once(() -> {
                    Connection.Pair pair = Connection.pair();
                    Task<?> first = EventLoop.current().spawn(ask(pair.first()));
                    Task<?> second = EventLoop.current().spawn(answer(pair.second()));
                    Task<?> hit = chosen == 0 ? first : second;
                    boolean isHit = await(cancelAfter(hit, at));
                    if (at == 0) { // cancelled before they began, they could not close what they were given
                        (chosen == 0 ? pair.first() : pair.second()).abort();
                    }
                    // Closing waits until the other side has read everything, which may be waiting for the same: a
                    // second
                    // cancellation closes at once.
                    await(cancelAfter(hit, 500));
                    await(ended(first));
                    await(ended(second));
                    return Coroutine.of(isHit ? 1 : 0);
                });
            }
            assertTrue(hits > 10 && hits < TURNS, hits + " cancellations came in time");
        }
    }

    @Suspendable
    private static Coroutine<Void> connectAndAsk(Server server) throws IOException {
        await(ask(await(Network.connect("localhost", server.port()))));
        return null;
    }

    @Test
    void over_sockets_from_before_they_are_connected() {
        int[] hits = {0};
        for (int turn = 0; turn < TURNS; turn++) {
            int at = turn;
            Trial.run(
                    () -> { // handlers report what has become of their clients
                        try (Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo)) {
                            Task<?> client = EventLoop.current().spawn(connectAndAsk(server));
                            hits[0] += await(cancelAfter(client, at)) ? 1 : 0;
                            await(ended(client));
                            await(Trial.until("the end of the handler", () -> server.connections() == 0));
                        }
                        return null;
                    });
        }
        assertTrue(hits[0] > 10, hits[0] + " cancellations came in time");
    }

    @Test
    void of_a_server_while_it_accepts() {
        for (int turn = 0; turn < 20; turn++) {
            int at = turn;
            Trial.run(() -> {
                Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo);
                Task<?> client = EventLoop.current().spawn(connectAndAsk(server));
                Task<?> stopping = EventLoop.current().spawn(stopAfter(server, at));
                await(ended(client));
                await(stopping);
                assertEquals(0, server.connections());
                return null;
            });
        }
    }

    @Suspendable
    private static Coroutine<Void> stopAfter(Server server, int turns) {
        for (int i = 0; i < turns; i++) {
            await(EventLoop.sleep(Duration.ZERO));
        }
        await(server.shutDown(Duration.ZERO));
        return null;
    }
}
