package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The example server, and clients that are not ours. */
@Timeout(120)
class RealClientsTest {
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** What is done with a server, on another thread than the loop's. */
    @FunctionalInterface
    private interface Visit<T> {
        T to(String address) throws Exception;
    }

    private static <T> T visit(Visit<T> visit) {
        return EventLoop.run(served(visit));
    }

    @Suspendable
    private static <T> Coroutine<T> served(Visit<T> visit) {
        List<LoopFailure> failures = new ArrayList<>();
        EventLoop.current().setExceptionHandler(failures::add);
        T found = await(visited(visit));
        assertEquals(List.of(), failures);
        return Coroutine.of(found);
    }

    @Suspendable
    private static <T> Coroutine<T> visited(Visit<T> visit) {
        try (HttpServer server = HttpServer.listen(LOOPBACK, HelloHttp::answer)) {
            Callable<T> work = () -> visit.to("http://127.0.0.1:" + server.port());
            return Coroutine.of(await(EventLoop.current().offload(work)));
        } catch (IOException e) {
            throw new AssertionError("cannot listen", e);
        }
    }

    private static String curl(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-sS", "--noproxy", "*", "--http1.1", "--max-time", "50"));
        all.addAll(List.of(arguments));
        return RealTools.run(RealTools.require("curl", "curl"), all.toArray(String[]::new));
    }

    @Test
    void curl_gets_several_things_by_one_connection() {
        RealTools.require("curl", "curl");
        String said = visit(address -> curl("-v", address + "/", address + "/nothing", address + "/"));
        assertEquals(3, said.split("< HTTP/1.1 ", -1).length - 1, said);
        assertTrue(said.contains("< HTTP/1.1 404 Not Found"), said);
        assertEquals(2, said.split("Re-using existing connection", -1).length - 1, said);
        assertEquals(2, said.split("Hello, World!", -1).length - 1, said);
    }

    @Test
    void curl_asks_for_a_head() {
        RealTools.require("curl", "curl");
        String said = visit(address -> curl("-I", address + "/"));
        assertTrue(said.startsWith("HTTP/1.1 200 OK\r\n"), said);
        assertTrue(said.contains("content-length: 13\r\n"), said);
        assertTrue(
                Pattern.compile("date: \\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\r\n")
                        .matcher(said)
                        .find(),
                said);
        assertTrue(said.endsWith("\r\n\r\n"), said);
    }

    @Test
    void curl_sends_much_with_its_length_in_chunks_and_after_a_continue(@TempDir Path directory) throws IOException {
        RealTools.require("curl", "curl");
        byte[] much = new byte[5_000_000];
        new Random(1).nextBytes(much);
        Path sent = Files.write(directory.resolve("sent"), much);
        for (String[] header : new String[][] {
            {"-H", "Expect:"}, {"-H", "Expect: 100-continue"}, {"-H", "Transfer-Encoding: chunked", "-H", "Expect:"}
        }) {
            Path received = directory.resolve("received");
            String said = visit(address -> {
                List<String> arguments = new ArrayList<>(Arrays.asList(header));
                arguments.addAll(
                        List.of("-v", "--data-binary", "@" + sent, "-o", received.toString(), address + "/echo"));
                return curl(arguments.toArray(String[]::new));
            });
            assertEquals(header[1].equals("Expect: 100-continue"), said.contains("< HTTP/1.1 100 Continue"), said);
            assertTrue(said.contains("< HTTP/1.1 200 OK"), said);
            assertArrayEquals(much, Files.readAllBytes(received), header[1]);
        }
    }

    @Test
    void curl_is_told_that_its_body_is_too_much(@TempDir Path directory) throws IOException {
        RealTools.require("curl", "curl");
        Path sent = Files.write(directory.resolve("sent"), new byte[17 * 1024 * 1024]);
        String said = visit(address -> curl(
                "-H",
                "Expect:",
                "--data-binary",
                "@" + sent,
                "-o",
                "/dev/null",
                "-w",
                "%{http_code}",
                address + "/echo"));
        assertEquals("413", said.substring(0, 3), said);
    }

    @Test
    void wrk_finds_no_error() {
        Path wrk = RealTools.require("wrk", "wrk");
        String said = visit(address -> {
            URI.create(address + "/").toURL().openStream().close(); // loads the classes before time counts
            return RealTools.run(wrk, "-t1", "-c50", "-d5s", "--timeout", "30s", address + "/");
        });
        Matcher requests = Pattern.compile("(\\d+) requests in ").matcher(said);
        assertTrue(requests.find(), said);
        assertTrue(Integer.parseInt(requests.group(1)) > 500, said); // some ten thousand where nothing else runs
        assertFalse(said.contains("Socket errors") || said.contains("Non-2xx"), said);
    }

    @Test
    void requests_in_one_packet_are_answered_in_order() {
        String said = visit(address -> {
            try (Socket socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
                String get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
                String last = "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write((get.repeat(1000) + last).getBytes(StandardCharsets.US_ASCII));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            }
        });
        assertEquals(1000, said.split("Hello, World!", -1).length - 1);
        assertTrue(said.endsWith("there is no /last\n"));
    }

    @Test
    void clients_that_reset_are_nothing_to_report() {
        String sent = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n" + "x".repeat(300_000)
                + "GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(10);
        visit(address -> {
            for (int i = 1; i < sent.length(); i += i < 100 ? 7 : 30_001) {
                try (Socket socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
                    socket.setSoLinger(true, 0);
                    socket.getOutputStream().write(sent.substring(0, i).getBytes(StandardCharsets.US_ASCII));
                }
            }
            try (Socket socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
                String last = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(last.getBytes(StandardCharsets.US_ASCII));
                String said = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                assertTrue(said.endsWith("Hello, World!"), said);
            }
            return null;
        });
    }

    @Test
    void the_clients_of_the_jdk_get_and_post_side_by_side() {
        java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(50))
                .build();
        byte[] much = new byte[300_000];
        new Random(2).nextBytes(much);
        visit(address -> {
            List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                HttpRequest.BodyPublisher body = i % 2 == 0
                        ? HttpRequest.BodyPublishers.ofByteArray(much)
                        : HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(much));
                answers.add(client.sendAsync(
                        HttpRequest.newBuilder(URI.create(address + "/echo"))
                                .POST(body)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray()));
            }
            for (var answer : answers) {
                assertEquals(200, answer.get().statusCode());
                assertArrayEquals(much, answer.get().body());
            }
            return null;
        });
    }
}
