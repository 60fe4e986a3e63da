package dev.fermata.io.tls;

import static dev.fermata.Coroutine.await;
import static dev.fermata.io.tls.Ends.CLIENT;
import static dev.fermata.io.tls.Ends.SERVER;
import static dev.fermata.io.tls.Ends.only;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.Transport;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.Outcome;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import dev.fermata.testkit.TestLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;

/** What goes wrong between both sides, and what is said about it; in virtual time. */
class TlsFailureTest {
    @Suspendable
    private static Coroutine<Throwable> failureOf(Coroutine<?> coroutine) {
        return failureOf(EventLoop.current().spawn(coroutine));
    }

    @Suspendable
    private static Coroutine<Throwable> failureOf(Task<?> task) {
        await(Tasks.wait(List.of(task), Until.ALL_DONE));
        return Coroutine.of(task.failure());
    }

    private static void assertSays(String expected, Throwable failure) {
        assertInstanceOf(SSLException.class, failure);
        assertTrue(failure.getMessage().contains(expected), failure.getMessage());
    }

    @TlsLoopTest
    void an_end_without_a_word_is_a_failure_after_what_came_before(TestLoop test) {
        for (String version : new String[] {"TLSv1.2", "TLSv1.3"}) {
            test.run(() -> cutOff(version));
        }
    }

    @Suspendable
    private static Coroutine<Void> cutOff(String version) throws IOException {
        Ends both = await(Ends.connect(CLIENT, only(SERVER, version)));
        both.server().writer().write("whole line\nhalf");
        both.server().abort();
        assertEquals("whole line\n", new String(await(both.client().reader().readLine()), UTF_8));
        assertSays(
                "without an end of TLS (close_notify)",
                await(failureOf(both.client().reader().readLine())));
        assertSays(
                "without an end of TLS (close_notify)",
                await(failureOf(both.client().reader().readAll())));
        await(both.client().closeAsync());
        return null;
    }

    @TlsLoopTest
    void a_record_that_is_cut_is_a_failure_too(TestLoop test) {
        test.run(TlsFailureTest::cutRecord);
    }

    @Suspendable
    private static Coroutine<Void> cutRecord() throws IOException {
        Ends both = await(Ends.connect());
        Transport below = TlsTransport.of(both.server()).below();
        below.write(UTF_8.encode("\27\3\3\1\0half of it"));
        below.end();
        assertSays(
                "without an end of TLS", await(failureOf(both.client().reader().read(10))));
        both.client().abort();
        both.server().abort();
        return null;
    }

    @TlsLoopTest
    void what_is_no_record_is_refused_and_the_other_side_told(TestLoop test) {
        test.run(TlsFailureTest::forged);
    }

    @Suspendable
    private static Coroutine<Void> forged() throws IOException {
        Ends both = await(Ends.connect());
        both.server().writer().write("good");
        TlsTransport.of(both.server()).below().write(UTF_8.encode("\27\3\3\0\36forged, but as long as a record"));
        assertEquals("good", new String(await(both.client().reader().readExactly(4)), UTF_8));
        Throwable failure = await(failureOf(both.client().reader().read(10)));
        assertInstanceOf(SSLException.class, failure);
        assertSays(
                "Received fatal alert: bad_record_mac",
                await(failureOf(both.server().reader().read(10))));
        both.client().writer().write("too late");
        Throwable ofDrain = await(failureOf(both.client().writer().drain()));
        assertInstanceOf(SSLException.class, ofDrain);
        assertEquals(failure, ofDrain.getCause());
        assertEquals(ofDrain, await(failureOf(both.client().closeAsync())).getCause());
        await(both.server().closeAsync());
        return null;
    }

    @TlsLoopTest
    void a_client_that_speaks_something_else_is_quoted(TestLoop test) {
        test.run(() -> garbage(SERVER, "GET / HTTP/1.1\r\n\r\n", "it began with \"GET / HTTP/1.1\\x0d\\x0a\""));
    }

    @TlsLoopTest
    void and_so_is_such_a_server(TestLoop test) {
        test.run(() -> garbage(CLIENT, "\1\2\3\4\5\6", "it began with \"\\x01\\x02\\x03\\x04\\x05\\x06\""));
    }

    @TlsLoopTest
    void what_only_begins_like_tls_is_refused(TestLoop test) {
        test.run(() -> garbage(SERVER, "\26\3\1\0\12nonsenses!", "TLS handshake failed, first end in memory: "));
    }

    @Suspendable
    private static Coroutine<Void> garbage(Tls tls, String sent, String expected) throws IOException {
        Connection.Pair pair = Connection.pair();
        pair.second().writer().write(sent);
        assertSays(expected, await(failureOf(tls.establish(pair.first().transport(), "localhost"))));
        pair.first().abort();
        pair.second().abort();
        return null;
    }

    @TlsLoopTest
    void a_side_that_goes_away_during_the_handshake_is_said_to(TestLoop test) {
        test.run(() -> gone(SERVER));
        test.run(() -> gone(CLIENT));
    }

    @Suspendable
    private static Coroutine<Void> gone(Tls tls) throws IOException {
        Connection.Pair pair = Connection.pair();
        pair.second().writer().end();
        Throwable failure = await(failureOf(tls.establish(pair.first().transport(), "localhost")));
        assertInstanceOf(SSLHandshakeException.class, failure);
        assertEquals(
                "TLS handshake failed, first end in memory: the other side has closed the connection",
                failure.getMessage());
        pair.first().abort();
        pair.second().abort();
        return null;
    }

    @TlsLoopTest
    void a_side_that_says_nothing_is_waited_for_a_minute(TestLoop test) {
        for (Tls tls : new Tls[] {SERVER, CLIENT}) {
            Duration before = test.elapsed();
            test.run(() -> silent(tls, "it took longer than PT1M"));
            assertEquals(Duration.ofMinutes(1), test.elapsed().minus(before));
            test.run(() -> silent(tls.handshakeTimeout(Duration.ofSeconds(2)), "it took longer than PT2S"));
            assertEquals(Duration.ofSeconds(62), test.elapsed().minus(before));
        }
    }

    @Suspendable
    private static Coroutine<Void> silent(Tls tls, String expected) throws IOException {
        Connection.Pair pair = Connection.pair();
        assertSays(expected, await(failureOf(tls.establish(pair.first().transport(), "localhost"))));
        pair.first().abort();
        pair.second().abort();
        return null;
    }

    @TlsLoopTest
    void both_sides_hear_why_they_cannot_agree(TestLoop test) {
        Tls strict = SERVER.needClientCertificate();
        test.run(() -> refused(CLIENT.serverName("other.test"), SERVER, "other.test", "certificate_unknown"));
        test.run(() -> refused(Tls.client(), SERVER, "unable to find valid certification path", "certificate_unknown"));
        test.run(() -> refused(only(CLIENT, "TLSv1.3"), only(SERVER, "TLSv1.2"), "protocol_version", "TLSv1.3"));
        test.run(() -> refused(CLIENT, only(strict, "TLSv1.2"), "Received fatal alert", "Empty"));
        test.run(() -> refused(
                CLIENT.applicationProtocols("h3"),
                SERVER.applicationProtocols("h2"),
                "no_application_protocol",
                "No matching application layer protocol"));
    }

    @Suspendable
    private static Coroutine<Void> refused(Tls client, Tls server, String atClient, String atServer)
            throws IOException {
        Connection.Pair pair = Connection.pair();
        List<Outcome<Transport>> outcomes = await(Tasks.settle(
                client.establish(pair.first().transport(), "localhost"),
                server.establish(pair.second().transport(), null)));
        assertSays(atClient, outcomes.get(0).failure());
        assertSays(atServer, outcomes.get(1).failure());
        assertSays(
                "TLS handshake failed, first end in memory: ", outcomes.get(0).failure());
        assertSays(
                "TLS handshake failed, second end in memory: ", outcomes.get(1).failure());
        pair.first().abort();
        pair.second().abort();
        return null;
    }

    /** From 1.3 on the client is through before the server has looked at its certificate. */
    @TlsLoopTest
    void a_client_without_a_certificate_reads_that_it_needs_one(TestLoop test) {
        test.run(TlsFailureTest::lateRefusal);
    }

    @Suspendable
    private static Coroutine<Void> lateRefusal() throws IOException {
        Connection.Pair pair = Connection.pair();
        List<Outcome<Transport>> outcomes = await(Tasks.settle(
                CLIENT.establish(pair.first().transport(), "localhost"),
                SERVER.needClientCertificate().establish(pair.second().transport(), null)));
        assertSays("Empty client certificate chain", outcomes.get(1).failure());
        Connection client = new Connection(outcomes.get(0).get());
        assertSays("certificate", await(failureOf(client.reader().read(1))));
        client.abort();
        pair.second().abort();
        return null;
    }

    @TlsLoopTest
    void a_handshake_can_be_cancelled_wherever_it_waits(TestLoop test) {
        int uses = 1;
        while (!isDoneBefore(uses, test)) {
            uses++;
        }
        assertTrue(uses > 10, "the handshake was done after " + uses);
    }

    private static boolean isDoneBefore(int uses, TestLoop test) {
        return test.run(() -> cancelled(uses));
    }

    /** Whether it was done before. */
    @Suspendable
    private static Coroutine<Boolean> cancelled(int uses) throws IOException {
        Connection.Pair pair = Connection.pair();
        EventLoop loop = EventLoop.current();
        Passage first = new Passage(pair.first().transport(), 100);
        Task<Transport> client = loop.spawn(CLIENT.establish(first, "localhost"));
        Task<Transport> server = loop.spawn(SERVER.establish(pair.second().transport(), null));
        first.onUse(uses, () -> loop.callSoon(client::cancel));
        await(Tasks.wait(List.of(client), Until.ALL_DONE));
        boolean wasDone = !client.isCancelled();
        if (!wasDone) {
            pair.first().abort();
            assertInstanceOf(IOException.class, await(failureOf(server)));
        } else {
            await(server).close();
        }
        pair.first().abort();
        pair.second().abort();
        return Coroutine.of(wasDone);
    }

    @TlsLoopTest
    void who_reads_while_his_own_side_is_closed_reads_the_end(TestLoop test) {
        test.run(TlsFailureTest::closedUnderReader);
    }

    @Suspendable
    private static Coroutine<Void> closedUnderReader() throws IOException {
        Ends both = await(Ends.connect());
        Task<byte[]> reading = EventLoop.current().spawn(both.client().reader().read(10));
        await(EventLoop.sleep(Duration.ofSeconds(1)));
        both.client().abort();
        assertEquals(0, await(reading).length);
        both.server().abort();
        return null;
    }

    @TlsLoopTest
    void a_client_has_to_know_whom_it_expects(TestLoop test) {
        test.run(TlsFailureTest::nobodyExpected);
    }

    @Suspendable
    private static Coroutine<Void> nobodyExpected() throws IOException {
        Connection.Pair pair = Connection.pair();
        Throwable failure = await(failureOf(CLIENT.establish(pair.first().transport(), null)));
        assertInstanceOf(IllegalStateException.class, failure);
        Ends both = await(Ends.connect(
                CLIENT.serverName("other.test").anyServerName(),
                SERVER,
                pair.first().transport(),
                pair.second().transport()));
        await(both.close());
        assertThrows(IllegalStateException.class, () -> SERVER.anyServerName());
        assertThrows(IllegalStateException.class, CLIENT::needClientCertificate);
        return null;
    }

    @TlsLoopTest
    void nothing_is_smuggled_in_before_an_upgrade(TestLoop test) {
        test.run(TlsFailureTest::smuggled);
    }

    @Suspendable
    private static Coroutine<Void> smuggled() throws IOException {
        Connection.Pair pair = Connection.pair();
        pair.second().writer().write("go ahead\nRCPT TO:<somebody else>\n");
        await(pair.first().reader().readLine());
        assertSays("24 bytes have come before", await(failureOf(CLIENT.upgrade(pair.first(), "localhost"))));
        pair.first().abort();
        pair.second().abort();
        return null;
    }

    @TlsLoopTest
    void before_1_3_nothing_can_be_written_to_a_side_that_has_ended(TestLoop test) {
        test.run(TlsFailureTest::writtenTooLate);
    }

    @Suspendable
    private static Coroutine<Void> writtenTooLate() throws IOException {
        Ends both = await(Ends.connect(CLIENT, only(SERVER, "TLSv1.2")));
        TlsTransport client = TlsTransport.of(both.client());
        client.end();
        assertTrue(client.flush());
        assertEquals(0, await(both.server().reader().readAll()).length);
        both.server().writer().write("too late");
        assertSays(
                "before TLS 1.3 that ends both directions",
                await(failureOf(both.server().writer().drain())));
        both.client().abort();
        both.server().abort();
        return null;
    }

    @TlsLoopTest
    void an_abort_frees_what_is_held(TestLoop test) {
        test.run(TlsFailureTest::aborted);
    }

    @Suspendable
    private static Coroutine<Void> aborted() throws IOException {
        Ends both = await(Ends.connect());
        both.client().writer().write(new byte[200_000]);
        TlsTransport server = TlsTransport.of(both.server());
        server.read(ByteBuffer.allocate(100)); // leaves a part of a record and others as they came
        assertEquals(3, PacketBuffers.ofLoop().lent());
        both.client().abort();
        both.server().abort();
        assertEquals(0, PacketBuffers.ofLoop().lent());
        assertEquals(-1, server.read(ByteBuffer.allocate(100)));
        assertThrows(ClosedChannelException.class, () -> server.write(ByteBuffer.allocate(100)));
        return null;
    }

    @AfterEach
    void no_buffer_is_lost(TestLoop test) {
        assertEquals(0, test.run(() -> Coroutine.of(PacketBuffers.ofLoop().lent())));
    }
}
