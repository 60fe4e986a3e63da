package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.net.Network;
import dev.fermata.io.net.Server;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.TimedOutException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Our client and our server, and servers that say something else, over loopback. */
@Timeout(60)
class ClientTest {
    private static final InetSocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static String address(int port, String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Test
    void a_connection_serves_request_after_request() throws IOException {
        EventLoop.run(reuse());
    }

    @Suspendable
    private static Coroutine<Void> reuse() throws IOException {
        try (HttpServer server = HttpServer.listen(LOOPBACK, HelloHttp::answer);
                HttpClient client = new HttpClient()) {
            for (int i = 0; i < 5; i++) {
                Response response = await(client.send(Request.get(address(server.port(), "/"))));
                assertEquals("Hello, World!", await(response.body().text()));
                assertEquals("text/plain; charset=utf-8", response.header("Content-Type"));
                Response head = await(client.send(Request.of("HEAD", address(server.port(), "/"), Body.EMPTY)));
                assertEquals("", await(head.body().text()));
                assertEquals("13", head.header("content-length"));
                assertEquals(1, client.connections());
                assertEquals(1, server.connections());
            }
            Response unread = await(client.send(Request.get(address(server.port(), "/"))));
            Response second = await(client.send(Request.get(address(server.port(), "/x"))));
            assertEquals(2, client.connections());
            await(unread.body().discard());
            assertEquals(1, client.connections());
            assertEquals("there is no /x\n", await(second.body().text()));
        }
        return null;
    }

    @Test
    void bodies_of_every_size_come_back() throws IOException {
        EventLoop.run(sizes());
    }

    @Suspendable
    private static Coroutine<Void> sizes() throws IOException {
        Random random = new Random(3);
        try (HttpServer server = HttpServer.listen(LOOPBACK, HelloHttp::answer);
                HttpClient client = new HttpClient()) {
            for (int size : new int[] {0, 1, 1000, 16 * 1024, 16 * 1024 + 1, 65536, 1_000_000, 5_000_000}) {
                byte[] sent = new byte[size];
                random.nextBytes(sent);
                for (Body body : new Body[] {Body.of(sent), Body.of(pieces(sent)), Body.of(size, pieces(sent))}) {
                    Response response = await(client.send(Request.post(address(server.port(), "/echo"), body)));
                    assertArrayEquals(sent, await(response.body().all()), size + " bytes");
                }
            }
            assertEquals(1, client.connections());
        }
        return null;
    }

    @Suspendable
    private static AsyncGenerator<byte[]> pieces(byte[] all) {
        int step = all.length / 7 + 1;
        for (int i = 0; i < all.length; i += step) {
            AsyncGenerator.yield(java.util.Arrays.copyOfRange(all, i, Math.min(all.length, i + step)));
            await(EventLoop.sleep(Duration.ZERO));
        }
        return null;
    }

    @Test
    void single_requests() throws IOException {
        EventLoop.run(single());
    }

    @Suspendable
    private static Coroutine<Void> single() throws IOException {
        try (HttpServer server = HttpServer.listen(LOOPBACK, HelloHttp::answer)) {
            Response got = await(Http.get(address(server.port(), "/?a=b")));
            assertEquals(200, got.status());
            assertEquals("Hello, World!", await(got.body().text()));
            Response posted = await(Http.post(address(server.port(), "/echo"), Body.of("hello")));
            assertEquals("hello", await(posted.body().text()));
        }
        return null;
    }

    /** Says one thing to each connection, whatever it is asked, and closes. */
    @Suspendable
    private static Coroutine<Void> say(Connection connection, String text) throws IOException {
        await(connection.reader().readUntil("\r\n\r\n".getBytes()));
        connection.writer().write(text);
        return null;
    }

    @Suspendable
    private static Coroutine<String> told(String text) throws IOException {
        try (Server server = Network.listen(LOOPBACK, connection -> say(connection, text));
                HttpClient client = new HttpClient()) {
            Response response = await(client.send(Request.get(address(server.port(), "/"))));
            String body = await(response.body().text());
            assertEquals(0, client.connections());
            return Coroutine.of(response.status() + " " + body);
        }
    }

    @Test
    void other_servers_end_a_body_with_the_connection() throws IOException {
        assertEquals("200 all of it", EventLoop.run(told("HTTP/1.0 200 OK\r\n\r\nall of it")));
        assertEquals(
                "200 ok", EventLoop.run(told("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok")));
    }

    @Test
    void what_comes_before_the_response_is_passed_over() throws IOException {
        assertEquals(
                "200 ok",
                EventLoop.run(told("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nok")));
    }

    @Test
    void a_response_that_is_cut_off_or_none_at_all_is_an_error() {
        for (String text : new String[] {
            "",
            "HTTP/1.1 200",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n",
            "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"
        }) {
            assertThrows(IOException.class, () -> EventLoop.run(told(text)), text);
        }
    }

    @Test
    void a_kept_connection_that_the_server_has_closed_is_no_error() throws IOException {
        EventLoop.run(stale());
    }

    @Suspendable
    private static Coroutine<Void> stale() throws IOException {
        String once = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"; // and it closes, without having said so
        try (Server server = Network.listen(LOOPBACK, connection -> say(connection, once));
                HttpClient client = new HttpClient()) {
            for (int i = 0; i < 3; i++) {
                Response response = await(client.send(Request.get(address(server.port(), "/"))));
                assertEquals("ok", await(response.body().text()));
                assertEquals(1, client.connections());
                while (server.connections() > 0) {
                    await(EventLoop.sleep(Duration.ofMillis(1)));
                }
            }
            try {
                await(client.send(Request.post(address(server.port(), "/"), Body.of("once only"))));
                fail("a POST is not to be repeated");
            } catch (IOException e) {
                assertTrue(e.getMessage().startsWith("no answer: "), e.getMessage());
            }
        }
        return null;
    }

    @Test
    void a_request_that_is_given_up_closes_its_connection() throws IOException {
        EventLoop.run(givenUp());
    }

    @Suspendable
    private static Coroutine<Void> givenUp() throws IOException {
        HttpHandler never = request -> {
            await(EventLoop.sleep(Duration.ofHours(1)));
            return null;
        };
        try (HttpServer server = HttpServer.listen(LOOPBACK, never);
                HttpClient client = new HttpClient()) {
            try {
                await(dev.fermata.tasks.Timeout.after(
                        Duration.ofMillis(100), timeout -> client.send(Request.get(address(server.port(), "/")))));
                fail("nobody answers");
            } catch (TimedOutException e) {
                assertEquals(0, client.connections());
            }
        }
        return null;
    }

    @Test
    void a_shutdown_lets_the_request_end_that_is_being_answered() throws IOException {
        EventLoop.run(shutDown());
    }

    @Suspendable
    private static Coroutine<Void> shutDown() throws IOException {
        var release = new dev.fermata.sync.Event();
        HttpHandler slow = request -> {
            if (request.path().equals("/slow")) {
                await(release.await());
            }
            return Coroutine.of(Response.ok("done"));
        };
        HttpServer server = HttpServer.listen(LOOPBACK, slow);
        try (HttpClient client = new HttpClient();
                HttpClient other = new HttpClient()) {
            await(await(other.send(Request.get(address(server.port(), "/"))))
                    .body()
                    .all());
            Task<Response> answer =
                    EventLoop.current().spawn(client.send(Request.get(address(server.port(), "/slow"))));
            while (server.connections() < 2) {
                await(EventLoop.sleep(Duration.ofMillis(1)));
            }
            await(EventLoop.sleep(Duration.ofMillis(20)));
            Task<Void> ending = EventLoop.current().spawn(server.shutDown(Duration.ofSeconds(30)));
            while (server.connections() > 1) { // the idle one goes at once
                await(EventLoop.sleep(Duration.ofMillis(1)));
            }
            release.set();
            Response last = await(answer);
            assertEquals("done", await(last.body().text()));
            assertEquals("close", last.header("connection"));
            await(ending);
            assertEquals(0, server.connections());
            try {
                await(client.send(Request.get(address(server.port(), "/"))));
                fail("nobody listens any more");
            } catch (IOException e) {
                assertNotEquals("", e.getMessage());
            }
        }
        return null;
    }

    @Test
    void what_cannot_be_sent_is_refused_at_once() {
        assertThrows(IllegalArgumentException.class, () -> Request.of("GET / HTTP/1.1\r\nx:", "http://x/", Body.EMPTY));
        assertThrows(
                IllegalArgumentException.class, () -> Request.get("http://x/").header("a", "b\r\nc: d"));
        assertThrows(
                IllegalArgumentException.class, () -> Request.get("http://x/").header("a\r\nb", "c"));
        assertThrows(IllegalArgumentException.class, () -> Response.ok("").header("a", "b\r\n\r\nbody"));
        assertThrows(IllegalArgumentException.class, () -> Response.of(100, Body.EMPTY));
        for (String address : new String[] {"http://x/ y", "http://x/\r\ny", "ftp://x/", "/x"}) {
            assertThrows(IllegalArgumentException.class, () -> EventLoop.run(Http.get(address)), address);
        }
    }
}
