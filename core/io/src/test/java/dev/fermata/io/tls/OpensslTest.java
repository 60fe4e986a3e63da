package dev.fermata.io.tls;

import static dev.fermata.Coroutine.await;
import static dev.fermata.io.tls.Ends.only;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Connector;
import dev.fermata.io.net.Listener;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.tasks.Tasks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the other implementation that everybody has. */
class OpensslTest {
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final Pattern ACCEPTING = Pattern.compile("ACCEPT \\S*?:(\\d+)\\s");

    @TempDir
    private static Path directory;

    private static String serverPem;
    private static String clientPem;

    @BeforeAll
    static void prepare() {
        Openssl.assumeInstalled();
        serverPem = Identity.server().writeTo(directory).toString();
        clientPem = Identity.client().writeTo(directory).toString();
    }

    /** Within a time; JUnit's only interrupts. */
    private static void run(Coroutine<Void> test) {
        EventLoop.run(Tasks.within(Duration.ofSeconds(60), test));
    }

    private static String option(String version) {
        return version.equals("TLSv1.2") ? "-tls1_2" : "-tls1_3";
    }

    private static <T> Coroutine<T> off(Callable<T> work) {
        return awaiting(work);
    }

    @Suspendable
    private static <T> Coroutine<T> awaiting(Callable<T> work) {
        return Coroutine.of(await(EventLoop.current().offload(work)));
    }

    /** Says whom it talks to, and then every line twice. */
    @Suspendable
    private static Coroutine<Void> twice(Connection connection) throws IOException {
        TlsTransport tls = TlsTransport.of(connection);
        connection
                .writer()
                .write("protocol <" + tls.applicationProtocol() + ">, "
                        + tls.peerCertificates().size() + " certificates\n");
        for (byte[] line = await(connection.reader().readLine());
                line.length > 0;
                line = await(connection.reader().readLine())) {
            String text = new String(line, UTF_8).strip();
            connection.writer().write(text + " " + text + "\n");
        }
        return null;
    }

    private static Server listen(Tls tls) throws IOException {
        return new Listener().layer(tls).listen(LOOPBACK, OpensslTest::twice);
    }

    private static Openssl client(Server server, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "s_client", "-connect", "127.0.0.1:" + server.port(), "-CAfile", serverPem, "-verify_return_error"));
        arguments.addAll(Arrays.asList(more));
        return Openssl.start(arguments.toArray(new String[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void s_client_talks_to_a_server(String version) throws IOException {
        run(served(version));
    }

    @Suspendable
    private static Coroutine<Void> served(String version) throws IOException {
        Tls tls = Tls.server(Identity.server().trusting(Identity.client()))
                .needClientCertificate()
                .applicationProtocols("h2", "http/1.1");
        try (Server server = listen(tls);
                Openssl client = client(
                        server,
                        option(version),
                        "-alpn",
                        "http/1.1",
                        "-servername",
                        "server.test",
                        "-cert",
                        clientPem,
                        "-key",
                        clientPem)) {
            String said = await(off(() -> client.await("protocol <http/1.1>, 1 certificates\n")));
            assertTrue(said.contains("Verify return code: 0 (ok)") || said.contains("Verification: OK"), said);
            assertTrue(said.contains("ALPN protocol: http/1.1"), said);
            client.write("line\n");
            await(off(() -> client.await("line line\n")));
            client.endInput(); // says close_notify
            await(off(client::awaitEnd));
        }
        return null;
    }

    @Test
    void s_client_changes_keys_and_wants_them_changed() throws IOException {
        run(keyUpdates());
    }

    @Suspendable
    private static Coroutine<Void> keyUpdates() throws IOException {
        try (Server server = listen(Tls.server(Identity.server().trusting()));
                Openssl client = client(server, "-tls1_3", "-msg")) {
            await(off(() -> client.await("0 certificates\n")));
            client.write("k\n");
            await(off(() -> client.await("KEYUPDATE")));
            client.write("one\n");
            await(off(() -> client.await("one one\n")));
            client.write("K\n");
            String said = await(
                    off(() -> client.await(text -> text.contains("<<<") && answeredKeyUpdate(text), "key update")));
            client.write("two\n");
            await(off(() -> client.await("two two\n")));
            assertFalse(said.contains("alert"), said);
            client.endInput();
            await(off(client::awaitEnd));
        }
        return null;
    }

    /** Without waiting for anybody to write. */
    private static boolean answeredKeyUpdate(String text) {
        return Pattern.compile("<<< TLS 1.3, Handshake \\[length 0005\\], KeyUpdate")
                .matcher(text)
                .find();
    }

    @Test
    void renegotiation_is_refused() throws IOException {
        run(renegotiation());
    }

    @Suspendable
    private static Coroutine<Void> renegotiation() throws IOException {
        List<LoopFailure> failures = new ArrayList<>();
        EventLoop.current().setExceptionHandler(failures::add);
        try (Server server = listen(Tls.server(Identity.server().trusting()));
                Openssl client = client(server, "-tls1_2")) {
            await(off(() -> client.await("0 certificates\n")));
            client.write("R\n");
            await(off(client::awaitEnd));
            await(server.closeAsync());
        }
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).error().getMessage().contains("which is refused"), failures.toString());
        return null;
    }

    @Test
    void s_client_that_does_not_trust_the_server_says_so() throws IOException {
        run(distrusted());
    }

    @Suspendable
    private static Coroutine<Void> distrusted() throws IOException {
        List<LoopFailure> failures = new ArrayList<>();
        EventLoop.current().setExceptionHandler(failures::add);
        try (Server server = listen(Tls.server(Identity.other().trusting()));
                Openssl client = client(server)) {
            await(off(client::awaitEnd));
            await(server.closeAsync());
        }
        assertEquals(1, failures.size());
        assertTrue(failures.get(0).error() instanceof SSLException, failures.toString());
        assertTrue(failures.get(0).error().getMessage().contains("unknown_ca"), failures.toString());
        return null;
    }

    private static Openssl server(String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("s_server", "-accept", "127.0.0.1:0", "-cert", serverPem, "-key", serverPem));
        arguments.addAll(Arrays.asList(more));
        return Openssl.start(arguments.toArray(new String[0]));
    }

    private static int portOf(Openssl server) throws InterruptedException {
        Matcher accepting =
                ACCEPTING.matcher(server.await(text -> ACCEPTING.matcher(text).find(), "ACCEPT"));
        assertTrue(accepting.find());
        return Integer.parseInt(accepting.group(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void s_server_is_talked_to(String version) throws IOException {
        run(connected(version));
    }

    @Suspendable
    private static Coroutine<Void> connected(String version) throws IOException {
        Tls tls = Tls.client(Identity.client().trusting(Identity.server())).applicationProtocols("h2", "http/1.1");
        try (Openssl server = server(
                option(version),
                "-rev",
                "-alpn",
                "http/1.1",
                "-Verify",
                "1",
                "-CAfile",
                clientPem,
                "-verify_return_error")) {
            int port = await(off(() -> portOf(server)));
            try (Connection connection =
                    await(new Connector().layer(only(tls, version)).connect("localhost", port))) {
                TlsTransport transport = TlsTransport.of(connection);
                assertEquals(version, transport.session().getProtocol());
                assertEquals("http/1.1", transport.applicationProtocol());
                assertEquals(List.of(Identity.server().certificate()), transport.peerCertificates());
                connection.writer().write("forwards\n");
                assertEquals("sdrawrof\n", new String(await(connection.reader().readLine()), UTF_8));
            }
        }
        return null;
    }

    @Test
    void s_server_changes_keys_and_wants_them_changed() throws IOException {
        run(keyUpdatesOfServer());
    }

    @Suspendable
    private static Coroutine<Void> keyUpdatesOfServer() throws IOException {
        Tls tls = Tls.client(Identity.anonymousTrusting(Identity.server()));
        try (Openssl server = server("-tls1_3", "-msg")) {
            int port = await(off(() -> portOf(server)));
            try (Connection connection = await(new Connector().layer(tls).connect("127.0.0.1", port))) {
                connection.writer().write("first\n");
                await(off(() -> server.await("first\n")));
                server.write("K\n");
                await(off(() -> server.await(">>> TLS 1.3, Handshake [length 0005], KeyUpdate")));
                server.write("one\n");
                assertEquals("one\n", new String(await(connection.reader().readLine()), UTF_8));
                await(off(() -> server.await(OpensslTest::answeredKeyUpdate, "key update")));
                server.write("k\n");
                connection.writer().write("second\n");
                await(off(() -> server.await("second\n")));
                server.write("two\n");
                assertEquals("two\n", new String(await(connection.reader().readLine()), UTF_8));
                server.write("Q\n");
                assertTrue(await(isCutOff(connection))); // it does not say the end of TLS
            }
            await(off(server::awaitEnd));
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Boolean> isCutOff(Connection connection) throws IOException {
        try {
            await(connection.reader().readAll());
            return Coroutine.of(false);
        } catch (SSLException e) {
            return Coroutine.of(e.getMessage().contains("without an end of TLS"));
        }
    }
}
