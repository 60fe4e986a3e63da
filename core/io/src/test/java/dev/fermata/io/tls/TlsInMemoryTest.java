package dev.fermata.io.tls;

import static dev.fermata.Coroutine.await;
import static dev.fermata.io.tls.Ends.CLIENT;
import static dev.fermata.io.tls.Ends.SERVER;
import static dev.fermata.io.tls.Ends.only;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.testkit.TestLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import org.junit.jupiter.api.AfterEach;

/** Both sides within this JVM, in virtual time. */
class TlsInMemoryTest {
    private static final String[] VERSIONS = {"TLSv1.2", "TLSv1.3"};
    private static final int ANY = 1 << 20;

    @TlsLoopTest
    void lines_go_there_and_back(TestLoop test) {
        for (String version : VERSIONS) {
            test.run(() -> lines(version));
        }
    }

    @Suspendable
    private static Coroutine<Void> lines(String version) throws IOException {
        Ends both = await(Ends.connect(CLIENT, only(SERVER, version)));
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

    @TlsLoopTest
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
        Ends both = await(Ends.connect(CLIENT, only(SERVER, version)));
        EventLoop loop = EventLoop.current();
        Task<byte[]> atServer = loop.spawn(both.server().reader().readExactly(there.length));
        Task<byte[]> atClient = loop.spawn(both.client().reader().readExactly(back.length));
        both.client().writer().write(there);
        both.server().writer().write(back);
        await(both.client().writer().drain());
        assertArrayEquals(there, await(atServer));
        assertArrayEquals(back, await(atClient));
        await(both.close());
        return null;
    }

    @TlsLoopTest
    void from_version_1_3_on_one_direction_ends_alone(TestLoop test) {
        test.run(TlsInMemoryTest::halfClose);
    }

    @Suspendable
    private static Coroutine<Void> halfClose() throws IOException {
        Ends both = await(Ends.connect());
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

    @TlsLoopTest
    void before_1_3_the_end_ends_both(TestLoop test) {
        test.run(TlsInMemoryTest::wholeClose);
    }

    @Suspendable
    private static Coroutine<Void> wholeClose() throws IOException {
        Ends both = await(Ends.connect(CLIENT, only(SERVER, "TLSv1.2")));
        assertFalse(both.client().writer().canEnd());
        both.client().writer().write("all");
        await(both.client().closeAsync());
        assertEquals("all", new String(await(both.server().reader().readAll()), UTF_8));
        await(both.server().closeAsync());
        return null;
    }

    @TlsLoopTest
    void bytes_may_come_one_by_one(TestLoop test) {
        for (String version : VERSIONS) {
            test.run(() -> oneByOne(version));
        }
    }

    @Suspendable
    private static Coroutine<Void> oneByOne(String version) throws IOException {
        Connection.Pair pair = Connection.pair();
        Ends both = await(Ends.connect(
                CLIENT,
                only(SERVER, version),
                new Passage(pair.first().transport(), 1),
                new Passage(pair.second().transport(), 1)));
        both.client().writer().write("question\n");
        assertEquals("question\n", new String(await(both.server().reader().readLine()), UTF_8));
        both.server().writer().write("answer\n");
        both.server().writer().close();
        assertEquals("answer\n", new String(await(both.client().reader().readAll()), UTF_8));
        await(both.close());
        return null;
    }

    @TlsLoopTest
    void each_flush_is_one_write_below(TestLoop test) {
        test.run(TlsInMemoryTest::oneWrite);
    }

    @Suspendable
    private static Coroutine<Void> oneWrite() throws IOException {
        Connection.Pair pair = Connection.pair();
        Passage counted = new Passage(pair.first().transport(), ANY);
        Ends both = await(Ends.connect(CLIENT, SERVER, counted, pair.second().transport()));
        counted.writes = 0;
        for (int i = 1; i <= 3; i++) {
            both.client().writer().write(new byte[64]);
            assertEquals(i, counted.writes);
            assertEquals(64, await(both.server().reader().readExactly(64)).length);
        }
        await(both.close());
        return null;
    }

    @TlsLoopTest
    void who_writes_waits_for_who_reads(TestLoop test) {
        test.run(TlsInMemoryTest::backPressure);
    }

    @Suspendable
    private static Coroutine<Void> backPressure() throws IOException {
        byte[] sent = new byte[1_000_000];
        new Random(3).nextBytes(sent);
        Ends both = await(Ends.connect());
        both.client().writer().write(sent);
        assertTrue(
                both.client().writer().size() > 800_000, both.client().writer().toString());
        Task<Void> drain = EventLoop.current().spawn(both.client().writer().drain());
        await(EventLoop.sleep(Duration.ofHours(1)));
        assertFalse(drain.isDone());
        byte[] read = await(both.server().reader().readExactly(sent.length));
        assertArrayEquals(sent, read);
        await(drain);
        await(both.close());
        return null;
    }

    @TlsLoopTest
    void a_client_sees_which_server_and_a_server_which_client(TestLoop test) {
        for (String version : VERSIONS) {
            test.run(() -> certificates(version));
        }
    }

    @Suspendable
    private static Coroutine<Void> certificates(String version) throws IOException {
        Tls client = Tls.client(Identity.client().trusting(Identity.server()));
        Ends both = await(Ends.connect(client, only(SERVER, version).needClientCertificate()));
        assertEquals(
                List.of(Identity.client().certificate()),
                TlsTransport.of(both.server()).peerCertificates());
        assertEquals(
                List.of(Identity.server().certificate()),
                TlsTransport.of(both.client()).peerCertificates());
        await(both.close());

        both = await(Ends.connect(CLIENT, only(SERVER, version).wantClientCertificate()));
        assertEquals(List.of(), TlsTransport.of(both.server()).peerCertificates());
        await(both.close());
        return null;
    }

    @TlsLoopTest
    void the_server_chooses_among_the_protocols_on_top(TestLoop test) {
        test.run(TlsInMemoryTest::applicationProtocols);
    }

    @Suspendable
    private static Coroutine<Void> applicationProtocols() throws IOException {
        Ends both = await(Ends.connect(
                CLIENT.applicationProtocols("http/1.1", "h2"), SERVER.applicationProtocols("h2", "http/1.1")));
        assertEquals("h2", TlsTransport.of(both.client()).applicationProtocol());
        assertEquals("h2", TlsTransport.of(both.server()).applicationProtocol());
        await(both.close());
        both = await(Ends.connect(CLIENT, SERVER.applicationProtocols("h2")));
        assertEquals("", TlsTransport.of(both.client()).applicationProtocol());
        assertEquals("", TlsTransport.of(both.server()).applicationProtocol());
        await(both.close());
        return null;
    }

    @TlsLoopTest
    void the_server_shows_the_certificate_for_the_name_asked_for(TestLoop test) {
        test.run(TlsInMemoryTest::serverNames);
    }

    @Suspendable
    private static Coroutine<Void> serverNames() throws IOException {
        List<Identity> all = List.of(Identity.server(), Identity.other());
        Tls server = Tls.server(Identity.context(all, List.of()));
        Tls client = Tls.client(Identity.context(List.of(), all));
        for (String name : new String[] {"other.test", "localhost", "server.test"}) {
            Ends both = await(Ends.connect(client.serverName(name), server));
            Identity expected = name.equals("other.test") ? Identity.other() : Identity.server();
            assertEquals(
                    List.of(expected.certificate()),
                    TlsTransport.of(both.client()).peerCertificates());
            ExtendedSSLSession session =
                    (ExtendedSSLSession) TlsTransport.of(both.server()).session();
            assertEquals(List.of(new SNIHostName(name)), session.getRequestedServerNames());
            await(both.close());
        }
        return null;
    }

    /** The JDK does that by itself after so many bytes; here, as {@link Identity} has told it, after few. */
    @TlsLoopTest
    void keys_are_changed_while_only_one_side_writes(TestLoop test) {
        test.run(TlsInMemoryTest::keyUpdates);
    }

    @Suspendable
    private static Coroutine<Void> keyUpdates() throws IOException {
        byte[] piece = new byte[100_000];
        Connection.Pair pair = Connection.pair();
        Passage there = new Passage(pair.first().transport(), ANY);
        Passage back = new Passage(pair.second().transport(), 7);
        Ends both = await(Ends.connect(CLIENT, only(SERVER, "TLSv1.3"), there, back));
        for (int i = 0; i < 30; i++) {
            new Random(i).nextBytes(piece);
            both.client().writer().write(piece);
            assertArrayEquals(piece, await(both.server().reader().readExactly(piece.length)));
        }
        both.server().writer().write("done\n");
        assertEquals("done\n", new String(await(both.client().reader().readLine()), UTF_8));
        assertTrue(keyUpdatesIn(there) >= 2, there.written().toString());
        assertTrue(keyUpdatesIn(back) >= 2, back.written().toString());
        await(both.close());
        return null;
    }

    /** A head of 4 bytes, a message of 1, the type of the record, 16 for nothing by which the JDK hides that, a tag of 16. */
    private static long keyUpdatesIn(Passage passage) {
        return passage.written().stream()
                .filter(length -> length == 4 + 1 + 1 + 16 + 16)
                .count();
    }

    @TlsLoopTest
    void tls_goes_over_tls(TestLoop test) {
        test.run(TlsInMemoryTest::twice);
    }

    @Suspendable
    private static Coroutine<Void> twice() throws IOException {
        Ends outer = await(Ends.connect());
        Ends inner = await(Ends.connect(
                CLIENT, SERVER, outer.client().transport(), outer.server().transport()));
        byte[] sent = new byte[200_000];
        new Random(4).nextBytes(sent);
        inner.client().writer().write(sent);
        inner.client().writer().end();
        assertArrayEquals(sent, await(inner.server().reader().readAll()));
        await(inner.close());
        return null;
    }

    @TlsLoopTest
    void an_idle_connection_holds_no_buffer(TestLoop test) {
        test.run(TlsInMemoryTest::idle);
    }

    @Suspendable
    private static Coroutine<Void> idle() throws IOException {
        Ends both = await(Ends.connect());
        PacketBuffers buffers = PacketBuffers.ofLoop();
        both.client().writer().write("question\n");
        await(both.server().reader().readLine());
        Task<byte[]> reading = EventLoop.current().spawn(both.client().reader().readLine());
        await(EventLoop.sleep(Duration.ofSeconds(1))); // reads the session tickets
        assertEquals(0, buffers.lent());
        both.server().writer().write("answer\n");
        await(reading);
        assertEquals(0, buffers.lent());
        await(both.close());
        return null;
    }

    @TlsLoopTest
    void a_connection_goes_on_with_tls(TestLoop test) {
        test.run(TlsInMemoryTest::upgrade);
    }

    @Suspendable
    private static Coroutine<Void> upgrade() throws IOException {
        Connection.Pair pair = Connection.pair();
        try (Connection plain = pair.first()) {
            Task<Void> server = EventLoop.current().spawn(upgraded(pair.second()));
            plain.writer().write("STARTTLS\n");
            assertEquals("go ahead\n", new String(await(plain.reader().readLine()), UTF_8));
            try (Connection secure = await(CLIENT.upgrade(plain, "localhost"))) {
                secure.writer().write("secret\n");
                assertEquals("well kept\n", new String(await(secure.reader().readLine()), UTF_8));
            }
            await(server);
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> upgraded(Connection connection) throws IOException {
        try (Connection plain = connection) {
            assertEquals("STARTTLS\n", new String(await(plain.reader().readLine()), UTF_8));
            plain.writer().write("go ahead\n");
            try (Connection secure = await(SERVER.upgrade(plain, null))) {
                assertEquals("secret\n", new String(await(secure.reader().readLine()), UTF_8));
                secure.writer().write("well kept\n");
                assertEquals(0, await(secure.reader().readAll()).length);
            }
        }
        return null;
    }

    @AfterEach
    void no_buffer_is_lost(TestLoop test) {
        assertEquals(0, test.run(() -> Coroutine.of(PacketBuffers.ofLoop().lent())));
    }
}
