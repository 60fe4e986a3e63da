package dev.fermata.examples.echo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fermata.examples.real.RealTools;
import dev.fermata.examples.real.RunningProgram;
import dev.fermata.examples.real.TextClient;
import java.io.IOException;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EchoServerTest {
    private static RunningProgram server;
    private static int port;

    @BeforeAll
    static void start() {
        server = RunningProgram.start(EchoServer.class);
        port = Integer.parseInt(server.awaitLine("echoing on port (\\d+)").group(1));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void lines_come_back_to_whoever_sent_them() throws IOException {
        try (TextClient first = new TextClient(port);
                TextClient second = new TextClient(port)) {
            first.say("one");
            second.say("two");
            assertEquals("two", second.hear());
            assertEquals("one", first.hear());
            first.say("three");
            assertEquals("three", first.hear());
        }
    }

    @Test
    void much_comes_back_whole_and_the_end_after_it() throws IOException {
        byte[] sent = new byte[5_000_000];
        new Random(1).nextBytes(sent);
        try (TextClient client = new TextClient(port)) {
            Socket socket = client.socket();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    socket.getOutputStream().write(sent);
                    socket.shutdownOutput();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            assertArrayEquals(sent, socket.getInputStream().readAllBytes());
            sending.join();
        }
    }

    @Test
    void netcat_is_content() throws IOException, InterruptedException {
        String netcat = RealTools.require("nc", "netcat-openbsd").toString();
        Process process = new ProcessBuilder(netcat, "localhost", Integer.toString(port)).start();
        try {
            process.getOutputStream().write("hello\n".getBytes());
            process.getOutputStream().flush();
            assertEquals("hello", process.inputReader().readLine());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void asked_to_end_it_closes_its_connections() throws IOException, InterruptedException {
        try (RunningProgram another = RunningProgram.start(EchoServer.class)) {
            String chosen = another.awaitLine("echoing on port (\\d+)").group(1);
            try (TextClient client = new TextClient(Integer.parseInt(chosen))) {
                client.say("hello");
                assertEquals("hello", client.hear());
                assertEquals(143, another.terminate()); // as the shell counts SIGTERM
                assertNull(client.hear());
            }
        }
    }
}
