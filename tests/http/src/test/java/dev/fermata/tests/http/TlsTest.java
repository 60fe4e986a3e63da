package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.net.Connector;
import dev.fermata.io.net.Listener;
import dev.fermata.io.tls.Tls;
import dev.fermata.loop.EventLoop;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same over TLS, which is a layer of the listener and of the connector. */
@Timeout(120)
class TlsTest {
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final String PASSWORD = "for tests";

    @TempDir
    private static Path directory;

    /** Shows a certificate for localhost, and trusts nobody else. */
    private static SSLContext context;

    @BeforeAll
    static void makeCertificate() throws Exception {
        Path file = directory.resolve("store.p12");
        Path keytool = Path.of(System.getProperty("java.home") + File.separator + "bin" + File.separator + "keytool");
        RealTools.run(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        store.setCertificateEntry("trusted", store.getCertificate("server"));
        trust.init(store);
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    }

    private static HttpServer listen() throws IOException {
        return HttpServer.listen(
                new Listener().layer(Tls.server(context)), LOOPBACK, HttpLimits.DEFAULT, HelloHttp::answer);
    }

    @Test
    void our_own_client() throws IOException {
        EventLoop.run(own());
    }

    @Suspendable
    private static Coroutine<Void> own() throws IOException {
        byte[] much = new byte[1_000_000];
        new Random(4).nextBytes(much);
        Connector secure = new Connector().layer(Tls.client(context));
        try (HttpServer server = listen();
                HttpClient client = new HttpClient(new Connector(), secure, HttpLimits.DEFAULT)) {
            String address = "https://127.0.0.1:" + server.port();
            for (int i = 0; i < 3; i++) {
                Response hello = await(client.send(Request.get(address + "/")));
                assertEquals("Hello, World!", await(hello.body().text()));
                Response echo = await(client.send(Request.post(address + "/echo", Body.of(much))));
                assertArrayEquals(much, await(echo.body().all()));
            }
            assertEquals(1, client.connections());
            assertEquals(1, server.connections());
        }
        return null;
    }

    @Test
    void curl_and_the_client_of_the_jdk() throws IOException {
        Path curl = RealTools.require("curl", "curl");
        EventLoop.run(others(curl));
    }

    @Suspendable
    private static Coroutine<Void> others(Path curl) throws IOException {
        try (HttpServer server = listen()) {
            String address = "https://127.0.0.1:" + server.port() + "/";
            Callable<String> curling = () -> RealTools.run(
                    curl,
                    "-ksS",
                    "--noproxy",
                    "*",
                    "--http1.1",
                    "--max-time",
                    "50",
                    address,
                    "-d",
                    "x",
                    address + "echo");
            String said = await(EventLoop.current().offload(curling));
            assertTrue(said.startsWith("Hello, World!"), said);
            Callable<String> getting = () -> java.net.http.HttpClient.newBuilder()
                    .sslContext(context)
                    .build()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            assertEquals("Hello, World!", await(EventLoop.current().offload(getting)));
        }
        return null;
    }
}
