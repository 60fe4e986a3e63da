package dev.fermata.io.tls;

import static dev.fermata.Coroutine.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.Transport;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.io.IOException;
import java.util.Random;

/** Both sides within this JVM, in virtual time. */
class TlsInMemoryTest {
    private static final Tls SERVER = Tls.server(Identity.server().trusting(Identity.client()));
    private static final Tls CLIENT = Tls.client(Identity.anonymousTrusting(Identity.server()));
    private static final String[] VERSIONS = {"TLSv1.2", "TLSv1.3"};

    /** Both sides, the client first. */
    private record Both(Connection client, Connection server) {}

    private static Tls only(Tls tls, String version) {
        return tls.parameters(p -> p.setProtocols(new String[] {version}));
    }

    @Suspendable
    private static Coroutine<Both> connect(Tls client, Tls server) throws IOException {
        Connection.Pair pair = Connection.pair();
        return Coroutine.of(await(
                connect(client, server, pair.first().transport(), pair.second().transport())));
    }

    @Suspendable
    private static Coroutine<Both> connect(Tls client, Tls server, Transport first, Transport second)
            throws IOException {
        var both = await(Tasks.gather(client.establish(first, "localhost"), server.establish(second, null)));
        return Coroutine.of(new Both(new Connection(both.get(0)), new Connection(both.get(1))));
    }

    @LoopTest
    void lines_go_there_and_back(TestLoop test) {
        for (String version : VERSIONS) {
            test.run(() -> lines(version));
        }
    }

    @Suspendable
    private static Coroutine<Void> lines(String version) throws IOException {
        Both both = await(connect(CLIENT, only(SERVER, version)));
        try (Connection client = both.client();
                Connection server = both.server()) {
            assertEquals(version, TlsTransport.of(client).session().getProtocol());
            for (int i = 0; i < 3; i++) {
                client.writer().write("question " + i + "\n");
                assertEquals(
                        "question " + i + "\n", new String(await(server.reader().readLine()), UTF_8));
                server.writer().write("answer " + i + "\n");
                assertEquals(
                        "answer " + i + "\n", new String(await(client.reader().readLine()), UTF_8));
            }
            assertEquals(1, TlsTransport.of(client).peerCertificates().size());
            assertEquals(0, TlsTransport.of(server).peerCertificates().size());
        }
        return null;
    }

    @LoopTest
    void much_arrives_whole_in_both_directions_at_once(TestLoop test) {
        for (String version : VERSIONS) {
            test.run(() -> much(version));
        }
    }

    @Suspendable
    private static Coroutine<Void> much(String version) throws IOException {
        byte[] there = new byte[1_000_000];
        byte[] back = new byte[1_500_000];
        new Random(1).nextBytes(there);
        new Random(2).nextBytes(back);
        Both both = await(connect(CLIENT, only(SERVER, version)));
        EventLoop loop = EventLoop.current();
        Task<byte[]> atServer = loop.spawn(both.server().reader().readExactly(there.length));
        Task<byte[]> atClient = loop.spawn(both.client().reader().readExactly(back.length));
        both.client().writer().write(there);
        both.server().writer().write(back);
        await(both.client().writer().drain());
        assertArrayEquals(there, await(atServer));
        assertArrayEquals(back, await(atClient));
        await(Tasks.gather(both.client().closeAsync(), both.server().closeAsync()));
        return null;
    }

    @LoopTest
    void from_version_1_3_on_one_direction_ends_alone(TestLoop test) {
        test.run(TlsInMemoryTest::halfClose);
    }

    @Suspendable
    private static Coroutine<Void> halfClose() throws IOException {
        Both both = await(connect(CLIENT, SERVER));
        assertTrue(both.client().writer().canEnd());
        both.client().writer().write("all");
        both.client().writer().end();
        assertEquals("all", new String(await(both.server().reader().readAll()), UTF_8));
        both.server().writer().write("still open");
        both.server().writer().end();
        assertEquals("still open", new String(await(both.client().reader().readAll()), UTF_8));
        await(both.client().closeAsync());
        await(both.server().closeAsync());
        return null;
    }

    @LoopTest
    void before_1_3_the_end_ends_both(TestLoop test) {
        test.run(TlsInMemoryTest::wholeClose);
    }

    @Suspendable
    private static Coroutine<Void> wholeClose() throws IOException {
        Both both = await(connect(CLIENT, only(SERVER, "TLSv1.2")));
        assertFalse(both.client().writer().canEnd());
        both.client().writer().write("all");
        await(both.client().closeAsync());
        assertEquals("all", new String(await(both.server().reader().readAll()), UTF_8));
        await(both.server().closeAsync());
        return null;
    }
}
