package dev.fermata.examples.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fermata.examples.real.RealTools;
import dev.fermata.examples.real.RunningProgram;
import dev.fermata.examples.real.TextClient;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SecureEchoServerTest {
    @TempDir
    private static Path directory;

    private static RunningProgram server;
    private static String port;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        String store = directory.resolve("echo.p12").toString();
        keytool("-genkeypair -keyalg EC -dname CN=localhost -ext san=dns:localhost", store);
        keytool("-exportcert -rfc -file " + directory.resolve("echo.pem"), store);
        server = RunningProgram.start(SecureEchoServer.class, "0", store, "secret");
        port = server.awaitLine("echoing by TLS on port (\\d+)").group(1);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static void keytool(String task, String store) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        (keytool + " -alias echo -keystore " + store + " -storepass secret " + task).split(" "))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }

    private static Process openssl(String host) throws IOException {
        return new ProcessBuilder(
                        RealTools.require("openssl", "openssl").toString(),
                        "s_client",
                        "-quiet",
                        "-verify_return_error",
                        "-verify_hostname",
                        host,
                        "-CAfile",
                        directory.resolve("echo.pem").toString(),
                        "-connect",
                        "localhost:" + port)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String firstLineOf(Process client) throws IOException {
        try {
            client.getOutputStream().write("hello\n".getBytes());
            client.getOutputStream().flush();
            return client.inputReader().readLine();
        } finally {
            client.destroyForcibly();
        }
    }

    @Test
    void openssl_trusts_it_and_hears_what_it_says() throws IOException {
        assertEquals("hello", firstLineOf(openssl("localhost")));
    }

    @Test
    void openssl_takes_it_for_nobody_else() throws IOException, InterruptedException {
        Process client = openssl("elsewhere.invalid");
        assertNotEquals(0, client.waitFor());
        assertEquals("", new String(client.getInputStream().readAllBytes()));
    }

    @Test
    void who_does_not_speak_tls_gets_nowhere_and_disturbs_nobody() throws IOException {
        try (TextClient plain = new TextClient(Integer.parseInt(port))) {
            plain.say("hello");
            String answer = plain.hear(); // an alert, in binary
            assertNotEquals("hello", answer);
            assertEquals("hello", firstLineOf(openssl("localhost")));
        }
    }
}
