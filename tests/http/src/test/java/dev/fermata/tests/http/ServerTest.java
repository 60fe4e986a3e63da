package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.junit.LoopTest;
import java.io.IOException;
import java.time.Duration;

/** What a server answers, in memory and virtual time. */
class ServerTest {
    private static final String HOST = "Host: x\r\n";
    private static final String GET = "GET / HTTP/1.1\r\n" + HOST + "\r\n";
    private static final String OK = "HTTP/1.1 200 OK|content-length: ";
    private static final String CLOSE = "connection: close|";

    /** {@code /path} is answered by itself; a body comes back. */
    @Suspendable
    static Coroutine<Response> echo(Request request) throws IOException {
        byte[] body = await(request.body().all());
        return Coroutine.of(Response.ok(request.method() + " " + request.target() + " " + new String(body)));
    }

    private static String post(String headers, String body) {
        return "POST /p HTTP/1.1\r\n" + HOST + headers + "\r\n" + body;
    }

    @LoopTest
    void answers_one_request_after_the_other(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(ServerTest::echo);
            assertEquals(OK + "6||GET / ", await(talk.send(GET).response()));
            assertEquals(
                    OK + "13||POST /p hello",
                    await(talk.send(post("Content-Length: 5\r\n", "hello")).response()));
            assertEquals(
                    OK + "12||POST /p abcd",
                    await(talk.send(post("Transfer-Encoding: chunked\r\n", "1\r\na\r\n3\r\nbcd\r\n0\r\n\r\n"))
                            .response()));
            talk.client.writer().end();
            assertEquals("", await(talk.rest()));
            return null;
        });
    }

    @LoopTest
    void answers_requests_that_come_together_in_their_order(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(ServerTest::echo);
            talk.send(GET + post("Content-Length: 2\r\n", "ab") + GET.replace("/ ", "/2 ") + GET);
            talk.client.writer().end();
            assertEquals(
                    OK + "6||GET / " + OK + "10||POST /p ab" + OK + "7||GET /2 " + OK + "6||GET / ",
                    await(talk.rest()));
            return null;
        });
    }

    @LoopTest
    void a_response_is_not_kept_back_by_a_slow_one_after_it(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(request -> {
                await(EventLoop.sleep(Duration.ofSeconds(request.target().length() - 1)));
                return Coroutine.of(Response.ok("done"));
            });
            talk.send(GET + GET.replace("/ ", "/23456789 "));
            assertEquals(OK + "4||done", await(talk.response()));
            assertEquals(Duration.ZERO, loop.elapsed());
            assertEquals(OK + "4||done", await(talk.response()));
            assertEquals(Duration.ofSeconds(8), loop.elapsed());
            talk.client.abort();
            await(talk.server);
            return null;
        });
    }

    @LoopTest
    void closes_when_asked_and_after_http_1_0(TestLoop loop) {
        loop.run(() -> {
            String last = OK + "6|" + CLOSE + "|GET / ";
            Talk asked = new Talk(ServerTest::echo);
            assertEquals(
                    last,
                    await(asked.send(GET.replace(HOST, HOST + "Connection: close\r\n") + GET)
                            .rest()));
            Talk old = new Talk(ServerTest::echo);
            assertEquals(last, await(old.send("GET / HTTP/1.0\r\n\r\n").rest()));
            Talk kept = new Talk(ServerTest::echo);
            assertEquals(
                    OK + "6|connection: keep-alive||GET / ",
                    await(kept.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                            .response()));
            assertEquals(last, await(kept.send("GET / HTTP/1.0\r\n\r\n").rest()));
            Talk told = new Talk(request -> Coroutine.of(Response.ok("bye").header("Connection", "close")));
            assertEquals(OK + "3|" + CLOSE + "|bye", await(told.send(GET).rest()));
            return null;
        });
    }

    @LoopTest
    void sends_no_body_where_there_is_none(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(request -> Coroutine.of(
                    request.target().equals("/") ? Response.ok("hello") : Response.of(204, Body.of("dropped"))));
            talk.send(GET.replace("GET", "HEAD") + GET.replace("/", "/n").replace("/n1", "/1") + GET);
            talk.client.writer().end();
            assertEquals(OK + "5||HTTP/1.1 204 No Content||" + OK + "5||hello", await(talk.rest()));
            return null;
        });
    }

    @Suspendable
    private static AsyncGenerator<byte[]> pieces(String... pieces) {
        for (String piece : pieces) {
            if (piece.equals("wait")) {
                await(EventLoop.sleep(Duration.ofSeconds(1)));
            } else if (piece.equals("fail")) {
                throw new IllegalStateException("no more");
            } else {
                AsyncGenerator.yield(piece.getBytes());
            }
        }
        return null;
    }

    @LoopTest
    void sends_pieces_as_chunks_as_soon_as_they_are_there(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(request -> Coroutine.of(Response.ok(Body.of(pieces("abc", "", "wait", "de")))));
            talk.send(GET);
            String chunked = "HTTP/1.1 200 OK|transfer-encoding: chunked||";
            assertEquals(chunked, await(talk.response()));
            assertEquals("3\r\nabc\r\n", new String(await(talk.client.reader().readExactly(8))));
            assertEquals(Duration.ZERO, loop.elapsed());
            talk.client.writer().end();
            assertEquals("2|de|0||", await(talk.rest()));
            Talk old = new Talk(request -> Coroutine.of(Response.ok(Body.of(pieces("abc", "de")))));
            assertEquals(
                    "HTTP/1.1 200 OK|" + CLOSE + "|abcde",
                    await(old.send("GET / HTTP/1.0\r\n\r\n").rest()));
            Talk known = new Talk(request -> Coroutine.of(Response.ok(Body.of(5, pieces("abc", "de")))));
            assertEquals(OK + "5||abcde", await(known.send(GET).response()));
            known.client.abort();
            await(known.server);
            return null;
        });
    }

    @LoopTest
    void a_response_that_fails_on_its_way_is_cut_off(TestLoop loop) {
        loop.run(() -> {
            for (Body body : new Body[] {
                Body.of(pieces("abc", "wait", "fail")),
                Body.of(9, pieces("abc", "wait", "fail")),
                Body.of(9, pieces("abc", "wait", "de")),
                Body.of(4, pieces("abc", "wait", "de"))
            }) {
                Talk talk = new Talk(request -> Coroutine.of(Response.ok(body)));
                String told = await(talk.send(GET + GET).rest());
                assertTrue(told.endsWith("abc|") || told.endsWith("abc"), told);
                assertEquals(1, loop.takeFailures().size());
            }
            return null;
        });
    }

    @LoopTest
    void a_failure_of_the_handler_is_told_as_500_and_reported(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(request -> switch (request.target()) {
                case "/" -> throw new IllegalStateException("secret");
                case "/null" -> Coroutine.of(null);
                case "/418" -> throw new HttpException(418, "no coffee");
                default -> echo(request);
            });
            String failed = "HTTP/1.1 500 Internal Server Error|content-length: 22||Internal Server Error\n";
            assertEquals(failed, await(talk.send(GET).response()));
            var failures = loop.takeFailures();
            assertEquals("the handler of GET / has failed", failures.get(0).message());
            assertEquals("secret", failures.get(0).error().getMessage());
            assertEquals(failed, await(talk.send(GET.replace("/ ", "/null ")).response()));
            assertEquals(1, loop.takeFailures().size());
            String refused = await(talk.send(GET.replace("/ ", "/418 ")).response());
            assertTrue(refused.startsWith("HTTP/1.1 418 "), refused);
            assertTrue(refused.endsWith(": no coffee\n"), refused);
            assertEquals(
                    OK + "7||GET /2 ", await(talk.send(GET.replace("/ ", "/2 ")).response()));
            talk.client.abort();
            await(talk.server);
            return null;
        });
    }

    @LoopTest
    void says_continue_only_if_the_body_is_wanted(TestLoop loop) {
        loop.run(() -> {
            String asking = post("Expect: 100-continue\r\nContent-Length: 5\r\n", "");
            Talk talk = new Talk(ServerTest::echo);
            assertEquals("HTTP/1.1 100 Continue||", await(talk.send(asking).response()));
            assertEquals(OK + "13||POST /p hello", await(talk.send("hello").response()));
            assertEquals(
                    OK + "13||POST /p hello", await(talk.send(asking + "hello").response()));
            talk.client.abort();
            await(talk.server);
            Talk streaming = new Talk(request -> Coroutine.of(Response.ok(request.body())));
            assertEquals("HTTP/1.1 100 Continue||", await(streaming.send(asking).response()));
            assertEquals(OK + "5||hello", await(streaming.send("hello").response()));
            streaming.client.abort();
            await(streaming.server);
            Talk unread = new Talk(request -> Coroutine.of(Response.text(403, "no")));
            unread.send(asking);
            assertEquals("HTTP/1.1 403 Forbidden|content-length: 2|" + CLOSE + "|no", await(unread.response()));
            unread.client.writer().end();
            assertEquals("", await(unread.rest()));
            Talk other = new Talk(ServerTest::echo);
            String refused = await(other.send(post("Expect: tea\r\n", "")).response());
            assertTrue(refused.startsWith("HTTP/1.1 417 "), refused);
            other.client.abort();
            await(other.server);
            return null;
        });
    }

    @LoopTest
    void skips_what_the_handler_has_not_read(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(request -> Coroutine.of(Response.ok("done")));
            assertEquals(
                    OK + "4||done",
                    await(talk.send(post("Content-Length: 5\r\n", "he")).response()));
            assertEquals(OK + "4||done", await(talk.send("llo" + GET).response()));
            talk.client.abort();
            await(talk.server);
            return null;
        });
    }

    @LoopTest
    void but_not_if_that_is_very_much(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(request -> Coroutine.of(Response.ok("done")));
            talk.send(post("Content-Length: 10000000\r\n", "x".repeat(1000)));
            assertEquals(OK + "4|" + CLOSE + "|done", await(talk.response()));
            talk.client.writer().end();
            assertEquals("", await(talk.rest()));
            return null;
        });
    }

    @LoopTest
    void refuses_what_is_wrong_and_says_so_before_it_closes(TestLoop loop) {
        loop.run(() -> {
            await(refuses("400 Bad Request", "GARBAGE\r\n\r\n" + GET));
            await(refuses("400 Bad Request", "GET / HTTP/1.1\r\n\r\n"));
            await(refuses("400 Bad Request", "GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n"));
            await(refuses("400 Bad Request", post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n")));
            await(refuses("400 Bad Request", post("Content-Length: 4\r\nContent-Length: 5\r\n", "abcd")));
            await(refuses("400 Bad Request", post("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n")));
            await(refuses(
                    "400 Bad Request",
                    post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n").replace("HTTP/1.1", "HTTP/1.0")));
            await(refuses("501 Not Implemented", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n")));
            await(refuses("505 HTTP Version Not Supported", "GET / HTTP/2.0\r\n" + HOST + "\r\n"));
            await(refuses("414 Request-URI Too Long", "GET /" + "x".repeat(9000)));
            await(refuses("431 Request Header Fields Too Large", "GET / HTTP/1.1\r\nx: " + "x".repeat(17000)));
            await(refuses(
                    "431 Request Header Fields Too Large",
                    "GET / HTTP/1.1\r\n" + HOST + "a: b\r\n".repeat(100) + "\r\n"));
            await(refuses("413 Request Entity Too Large", post("Content-Length: 16777217\r\n", "x")));
            return null;
        });
    }

    @Suspendable
    private static Coroutine<Void> refuses(String status, String sent) throws IOException {
        Talk talk = new Talk(ServerTest::echo);
        String told = await(talk.send(sent).response());
        assertTrue(told.startsWith("HTTP/1.1 " + status + "|content-length: "), sent + " -> " + told);
        assertTrue(told.contains("|" + CLOSE + "|"), told);
        talk.client.writer().end();
        assertEquals("", await(talk.rest()));
        return null;
    }

    @LoopTest
    void a_body_that_goes_wrong_is_refused_while_it_is_read(TestLoop loop) {
        loop.run(() -> {
            Talk broken = new Talk(ServerTest::echo);
            broken.send(post("Transfer-Encoding: chunked\r\n", "1\r\na\r\nxyz\r\n"));
            String told = await(broken.response());
            assertTrue(told.startsWith("HTTP/1.1 400 Bad Request|"), told);
            broken.client.writer().end();
            await(broken.rest());
            Talk much = new Talk(HttpLimits.DEFAULT.withBody(10), ServerTest::echo);
            much.send(post("Transfer-Encoding: chunked\r\n", "b\r\n12345678901\r\n"));
            told = await(much.response());
            assertTrue(told.startsWith("HTTP/1.1 413 "), told);
            much.client.writer().end();
            await(much.rest());
            return null;
        });
    }

    @LoopTest
    void a_client_that_says_nothing_is_left(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(ServerTest::echo);
            assertEquals("", await(talk.rest()));
            assertEquals(Duration.ofSeconds(60), loop.elapsed());
            Talk later = new Talk(ServerTest::echo);
            await(EventLoop.sleep(Duration.ofSeconds(59)));
            assertEquals(OK + "6||GET / ", await(later.send(GET).response()));
            assertEquals("", await(later.rest()));
            assertEquals(Duration.ofSeconds(60 + 59 + 60), loop.elapsed());
            return null;
        });
    }

    @LoopTest
    void a_head_that_comes_too_slowly_is_not_waited_for(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(ServerTest::echo);
            await(talk.send(GET).response());
            await(EventLoop.sleep(Duration.ofSeconds(30)));
            for (int i = 0; i < 9; i++) {
                talk.send(GET.substring(i, i + 1));
                await(EventLoop.sleep(Duration.ofSeconds(1)));
            }
            String told = await(talk.rest());
            assertTrue(told.startsWith("HTTP/1.1 408 Request Timeout|"), told);
            assertEquals(Duration.ofSeconds(40), loop.elapsed());
            return null;
        });
    }

    @LoopTest
    void neither_is_a_body(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(ServerTest::echo);
            talk.send(post("Content-Length: 5\r\n", "he"));
            await(EventLoop.sleep(Duration.ofSeconds(20)));
            talk.send("l");
            String told = await(talk.rest());
            assertTrue(told.startsWith("HTTP/1.1 408 Request Timeout|"), told);
            assertEquals(Duration.ofSeconds(50), loop.elapsed());
            return null;
        });
    }

    @LoopTest
    void a_handler_may_take_its_time(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(request -> {
                await(EventLoop.sleep(Duration.ofHours(1)));
                return Coroutine.of(Response.ok("done"));
            });
            assertEquals(OK + "4||done", await(talk.send(GET).response()));
            talk.client.abort();
            await(talk.server);
            return null;
        });
    }

    @LoopTest
    void a_client_that_takes_nothing_is_left(TestLoop loop) {
        loop.run(() -> {
            Talk streaming = new Talk(request -> Coroutine.of(Response.ok(Body.of(endless()))));
            streaming.send(GET);
            await(streaming.server);
            assertEquals(Duration.ofSeconds(30), loop.elapsed());
            streaming.client.abort();
            Talk whole = new Talk(request -> Coroutine.of(Response.ok(Body.of(new byte[1_000_000]))));
            whole.send(GET);
            await(whole.server);
            assertEquals(Duration.ofSeconds(60), loop.elapsed());
            whole.client.abort();
            return null;
        });
    }

    @Suspendable
    private static AsyncGenerator<byte[]> endless() {
        while (true) {
            AsyncGenerator.yield(new byte[10_000]);
        }
    }

    @LoopTest
    void a_body_is_read_no_faster_than_it_is_sent_on(TestLoop loop) {
        loop.run(() -> {
            Talk talk = new Talk(
                    HttpLimits.DEFAULT.withBody(Long.MAX_VALUE), request -> Coroutine.of(Response.ok(request.body())));
            talk.send(post("Content-Length: 10000000\r\n", ""));
            var sending = EventLoop.current().spawn(sendMuch(talk));
            await(EventLoop.sleep(Duration.ofSeconds(10)));
            assertFalse(sending.isDone());
            await(talk.client.reader().readUntil("\r\n\r\n".getBytes()));
            assertEquals(10_000_000, await(talk.client.reader().readExactly(10_000_000)).length);
            await(sending);
            talk.client.abort();
            await(talk.server);
            return null;
        });
    }

    @Suspendable
    private static Coroutine<Void> sendMuch(Talk talk) throws IOException {
        for (int i = 0; i < 1000; i++) {
            talk.client.writer().write(new byte[10_000]);
            await(talk.client.writer().drain());
        }
        return null;
    }

    @LoopTest(seeds = 2)
    void a_conversation_may_break_off_at_every_byte(TestLoop loop) {
        loop.run(() -> {
            String all = GET
                    + post("Expect: 100-continue\r\nContent-Length: 5\r\n", "hello")
                    + post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n")
                    + GET.replace("/ ", "/stream ");
            for (int i = 0; i <= all.length(); i++) {
                for (boolean isReset : new boolean[] {false, true}) {
                    Talk talk = new Talk(request -> request.target().equals("/stream")
                            ? Coroutine.of(Response.ok(Body.of(pieces("abc", "wait", "de"))))
                            : echo(request));
                    talk.send(all.substring(0, i));
                    await(EventLoop.sleep(Duration.ofMillis(1)));
                    if (isReset) {
                        talk.client.abort();
                    } else {
                        talk.client.writer().end();
                        await(talk.client.reader().readAll());
                        talk.client.abort();
                    }
                    await(talk.server);
                    assertEquals(0, loop.takeFailures().size());
                }
            }
            return null;
        });
    }
}
