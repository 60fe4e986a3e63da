package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Listener;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.loop.Task;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What one connection does to itself, others do not feel. */
@Timeout(60)
@ExtendWith(Census.class)
class ServerFaultsTest {
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

    @Suspendable
    static Coroutine<Void> checkEcho(Connection connection, String text) throws IOException {
        connection.writer().write(text + "\n");
        assertEquals(text + "\n", new String(await(connection.reader().readLine())));
        return null;
    }

    /** Does what its client's first line says. */
    @Suspendable
    private static Coroutine<Void> obey(Connection connection) throws IOException {
        String order = new String(await(connection.reader().readLine())).strip();
        switch (order) {
            case "fail" -> throw new IllegalArgumentException("as ordered");
            case "starve" -> throw new OutOfMemoryError("as ordered");
            case "overflow" -> throw new StackOverflowError("as ordered");
            case "contradict" -> throw new AssertionError("as ordered");
            default -> await(echo(connection));
        }
        return null;
    }

    @Test
    void a_handler_that_fails_is_reported_and_disturbs_no_other() {
        List<LoopFailure> failures = Trial.run(() -> {
            try (Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::obey);
                    Connection good = await(Network.connect(server.address()))) {
                good.writer().write("echo\n");
                await(checkEcho(good, "before"));
                for (String order : List.of("fail", "starve", "overflow", "contradict")) {
                    try (Connection bad = await(Network.connect(server.address()))) {
                        bad.writer().write(order + "\n");
                        assertEquals(0, await(bad.reader().readAll()).length);
                    }
                    await(checkEcho(good, "after " + order));
                }
            }
            return null;
        });
        assertEquals(
                List.of(
                        IllegalArgumentException.class,
                        OutOfMemoryError.class,
                        StackOverflowError.class,
                        AssertionError.class),
                failures.stream().map(each -> each.error().getClass()).toList());
        failures.forEach(each -> assertTrue(each.message().contains("handler of /127.0.0.1:"), each.message()));
    }

    @Test
    void a_handler_that_fails_before_it_is_a_coroutine_is_reported_too() {
        int[] calls = {0};
        List<LoopFailure> failures = Trial.run(() -> {
            try (Server server = Network.listen(Trial.LOOPBACK, connection -> {
                switch (++calls[0]) {
                    case 1 -> throw new IOException("no coroutine");
                    case 2 -> throw new OutOfMemoryError("no coroutine");
                    default -> {
                        return null;
                    }
                }
            })) {
                for (int i = 0; i < 4; i++) {
                    try (Connection client = await(Network.connect(server.address()))) {
                        assertEquals(0, await(client.reader().readAll()).length);
                    }
                }
            }
            return null;
        });
        assertEquals(4, calls[0]);
        assertEquals(
                List.of(IOException.class, OutOfMemoryError.class),
                failures.stream().map(each -> each.error().getClass()).toList());
    }

    @Test
    void connections_whose_handlers_are_cancelled_before_they_have_begun_are_closed() {
        Trial.runQuietly(() -> {
            List<Connection> begun = new CopyOnWriteArrayList<>();
            Server server = Network.listen(Trial.LOOPBACK, connection -> {
                begun.add(connection);
                return null;
            });
            try (Socket client = Peers.connect(server.port())) { // the system accepts, and the server later
                int turns = 0;
                while (server.connections() == 0 && turns++ < 1_000_000) {
                    await(EventLoop.sleep(Duration.ZERO));
                }
                assertEquals(1, server.connections());
                assertEquals(List.of(), begun);
                for (Task<?> task : EventLoop.current().tasks()) {
                    if (task.name().startsWith("handler")) {
                        task.cancel("before it has begun");
                    }
                }
                assertEquals(-1, await(Peers.play(() -> client.getInputStream().read())));
                assertEquals(List.of(), begun);
            }
            await(server.shutDown(Duration.ZERO));
            return null;
        });
    }

    @Test
    void a_handler_that_never_ends_is_cancelled_when_its_time_is_up() {
        Trial.runQuietly(() -> {
            Server server = Network.listen(Trial.LOOPBACK, connection -> {
                await(connection.reader().readAll());
                return null;
            });
            try (Connection client = await(Network.connect(server.address()))) {
                await(Trial.until("a connection", () -> server.connections() == 1));
                await(server.shutDown(Duration.ofMillis(50)));
                assertFalse(server.isServing());
                assertEquals(0, server.connections());
                assertEquals(0, await(client.reader().readAll()).length);
            }
            return null;
        });
    }

    @Test
    void one_that_refuses_to_be_cancelled_is_waited_for() {
        Trial.runQuietly(() -> {
            Server server = Network.listen(Trial.LOOPBACK, ServerFaultsTest::stubborn);
            try (Connection client = await(Network.connect(server.address()))) {
                await(checkEcho(client, "I am here"));
                Task<Void> shuttingDown = EventLoop.current().spawn(server.shutDown(Duration.ZERO));
                await(checkEcho(client, "still here"));
                assertFalse(shuttingDown.isDone());
                client.writer().end();
                await(shuttingDown);
                assertEquals(0, server.connections());
            }
            return null;
        });
    }

    @Suspendable
    private static Coroutine<Void> stubborn(Connection connection) throws IOException {
        while (!connection.reader().isAtEnd()) {
            try {
                await(echo(connection));
            } catch (Cancellation e) {
                assertFalse(connection.reader().isAtEnd());
            }
        }
        return null;
    }

    @Test
    void a_server_goes_on_when_memory_ran_out_for_one_connection() {
        List<LoopFailure> failures = Trial.run(() -> {
            int[] calls = {0};
            try (Server server = new Listener()
                    .layer((below, host) -> {
                        if (++calls[0] == 1) {
                            throw new OutOfMemoryError("in the layer");
                        }
                        return Coroutine.of(below);
                    })
                    .listen(Trial.LOOPBACK, ServerFaultsTest::echo)) {
                try (Connection first = await(Network.connect(server.address()))) {
                    assertEquals(0, await(first.reader().readAll()).length);
                }
                try (Connection second = await(Network.connect(server.address()))) {
                    await(checkEcho(second, "second"));
                }
            }
            return null;
        });
        assertEquals(1, failures.size());
        assertInstanceOf(OutOfMemoryError.class, failures.get(0).error());
    }

    @Test
    void a_loop_that_ends_closes_what_is_open() throws IOException {
        List<Connection> open = new ArrayList<>();
        Server[] server = {null};
        EventLoop loop = new EventLoop();
        List<LoopFailure> failures = new CopyOnWriteArrayList<>();
        loop.setExceptionHandler(failures::add);
        try {
            loop.runUntilComplete(opening(open, server));
        } finally {
            loop.shutDown();
        }
        assertEquals(List.of(), failures);
        assertFalse(server[0].isServing());
    }

    @Test
    void so_does_one_that_is_closed_at_once() throws IOException {
        List<Connection> open = new ArrayList<>();
        Server[] server = {null};
        try (EventLoop loop = new EventLoop()) {
            loop.runUntilComplete(opening(open, server));
        }
        assertFalse(server[0].isServing());
    }

    @Suspendable
    private static Coroutine<Void> opening(List<Connection> open, Server[] server) throws IOException {
        server[0] = Network.listen(Trial.LOOPBACK, ServerFaultsTest::echo);
        for (int i = 0; i < 20; i++) {
            Connection client = await(Network.connect(server[0].address()));
            open.add(client);
            await(checkEcho(client, "number " + i));
        }
        for (Connection client : open) {
            client.writer().write(new byte[3_000_000]); // too much for the system: a sender waits on each side
        }
        return null;
    }
}
