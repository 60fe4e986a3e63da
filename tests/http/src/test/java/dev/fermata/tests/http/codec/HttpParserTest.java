package dev.fermata.tests.http.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The decoders, which have no channel and a context of null: every kind of message goes through them here. */
class HttpParserTest {
    private static final String REQUESTS = "GET /a?b HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n\r\n"
            + "POST /fixed HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
            + "POST /chunks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "3;extension=1\r\nabc\r\n2\r\nde\r\n0\r\nTrailer: dropped\r\n\r\n"
            + "HEAD / HTTP/1.0\r\n\r\n";
    private static final List<String> REQUESTED = List.of(
            "GET /a?b HTTP/1.1 [Host: x, Accept: */*]",
            "END",
            "POST /fixed HTTP/1.1 [Host: x, Content-Length: 5]",
            "hello",
            "END",
            "POST /chunks HTTP/1.1 [Host: x, Transfer-Encoding: chunked]",
            "abcde",
            "END",
            "HEAD / HTTP/1.0 []",
            "END");

    private static final String RESPONSES = "HTTP/1.1 100 Continue\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
            + "HTTP/1.1 204 No Content\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nworld\r\n0\r\n\r\n"
            + "HTTP/1.1 304 Not Modified\r\nContent-Length: 7\r\n\r\n"
            + "HTTP/1.0 200 OK\r\n\r\nup to the end";
    private static final List<String> RESPONDED = List.of(
            "HTTP/1.1 100 Continue []",
            "END",
            "HTTP/1.1 200 OK [Content-Length: 5]",
            "hello",
            "END",
            "HTTP/1.1 204 No Content []",
            "END",
            "HTTP/1.1 200 OK [Transfer-Encoding: chunked]",
            "world",
            "END",
            "HTTP/1.1 304 Not Modified [Content-Length: 7]",
            "END",
            "HTTP/1.0 200 OK []",
            "up to the end");

    private static Generator<Part, ByteBuffer, Void> requests() throws IOException {
        return HttpParser.requests(100, 200);
    }

    private static Generator<Part, ByteBuffer, Void> responses(boolean isOfHead) throws IOException {
        return HttpParser.responses(100, 200, () -> isOfHead);
    }

    /** What comes out, with the pieces of a body put together and without what says only that a head has begun. */
    private static List<String> parse(Generator<Part, ByteBuffer, Void> parser, String... sent) {
        List<String> found = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        assertNull(parser.next());
        for (String text : sent) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
            for (Part part = parser.send(bytes); part != null; part = parser.next()) {
                if (part instanceof Part.Piece piece) {
                    body.append(new String(piece.bytes(), ISO_8859_1));
                } else if (part != Part.Signal.BEGUN) {
                    if (body.length() > 0) {
                        found.add(body.toString());
                        body.setLength(0);
                    }
                    found.add(part instanceof Part.Head head ? describe(head) : part.toString());
                }
            }
            assertEquals(0, bytes.remaining());
        }
        if (body.length() > 0) {
            found.add(body.toString());
        }
        return found;
    }

    private static String describe(Part.Head head) {
        List<String> headers = new ArrayList<>();
        head.message().headers().forEach(header -> headers.add(header.getKey() + ": " + header.getValue()));
        String first = head.message() instanceof HttpRequest request
                ? request.method() + " " + request.uri() + " " + request.protocolVersion()
                : head.message().protocolVersion() + " " + ((HttpResponse) head.message()).status();
        return first + " " + headers;
    }

    private static ByteBuffer end() {
        return ByteBuffer.allocate(0);
    }

    @Test
    void finds_requests_wherever_the_bytes_are_split() throws IOException {
        for (int i = 1; i < REQUESTS.length(); i++) {
            assertEquals(REQUESTED, parse(requests(), REQUESTS.substring(0, i), REQUESTS.substring(i)), "at " + i);
        }
        assertEquals(REQUESTED, parse(requests(), REQUESTS.split("(?<=.)|(?<=\n)")));
    }

    @Test
    void finds_responses_wherever_the_bytes_are_split() throws IOException {
        for (int i = 1; i < RESPONSES.length(); i++) {
            assertEquals(
                    RESPONDED, parse(responses(false), RESPONSES.substring(0, i), RESPONSES.substring(i)), "at " + i);
        }
    }

    @Test
    void a_response_without_a_length_ends_with_the_stream() throws IOException {
        var parser = responses(false);
        parse(parser, "HTTP/1.1 200 OK\r\n\r\nbody");
        assertEquals(Part.Signal.END, parser.send(end()));
        assertThrows(StopIteration.class, parser::next);
    }

    @Test
    void a_response_to_head_has_no_body_whatever_it_says() throws IOException {
        assertEquals(
                List.of("HTTP/1.1 200 OK [Content-Length: 5]", "END", "HTTP/1.1 404 Not Found []", "END"),
                parse(responses(true), "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHTTP/1.1 404 Not Found\r\n\r\n"));
    }

    @Test
    void says_that_a_head_has_begun_once_and_only_if_it_is_not_complete() throws IOException {
        var parser = requests();
        parser.next();
        assertEquals(Part.Signal.BEGUN, parser.send(bytes("GET /a")));
        assertNull(parser.next());
        assertNull(parser.send(bytes(" HTTP/1.1\r\n")));
        assertEquals("GET /a HTTP/1.1 []", describe((Part.Head) parser.send(bytes("\r\nGET /b"))));
        assertEquals(Part.Signal.END, parser.next());
        assertEquals(Part.Signal.BEGUN, parser.next());
        assertNull(parser.next());
        assertEquals("GET /b HTTP/1.1 []", describe((Part.Head) parser.send(bytes(" HTTP/1.1\r\n\r\n"))));
        assertEquals(Part.Signal.END, parser.next());
        assertNull(parser.next());
    }

    @Test
    void an_end_between_requests_is_one_and_anywhere_else_an_error() throws IOException {
        int first = REQUESTS.indexOf("POST /chunks");
        int second = REQUESTS.indexOf("HEAD");
        List<Integer> between = List.of(0, REQUESTS.indexOf("POST"), first, second, REQUESTS.length());
        for (int i = 0; i <= REQUESTS.length(); i++) {
            var parser = requests();
            if (i == 0) {
                parser.next();
            } else {
                parse(parser, REQUESTS.substring(0, i));
            }
            Class<? extends Exception> expected = between.contains(i) ? StopIteration.class : EOFException.class;
            assertThrows(expected, () -> parser.send(end()), "after " + i);
        }
    }

    @Test
    void what_may_be_read_in_two_ways_is_refused() throws IOException {
        String start = "POST / HTTP/1.1\r\nHost: x\r\n";
        refuses(400, start + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
        refuses(400, start + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n");
        refuses(400, start + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n");
        refuses(400, start + "Content-Length: 5, 6\r\n\r\n");
        refuses(400, start + "Content-Length: +5\r\n\r\n");
        refuses(400, start + "Content-Length: -5\r\n\r\n");
        refuses(400, start + "Content-Length: 0x5\r\n\r\n");
        refuses(400, start + "Content-Length: 99999999999999999999\r\n\r\n");
        refuses(400, start + "Content-Length : 5\r\n\r\n");
        refuses(400, start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n");
        refuses(400, start + "Transfer-Encoding: chunked\r\n\r\n-1\r\n");
        refuses(400, start + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n");
        refuses(400, start + "Transfer-Encoding: chunked\r\n\r\n1\na\n0\n\n");
        refuses(400, start + "no colon\r\n\r\n");
        refuses(400, start + "a\0b: 1\r\n\r\n");
        refuses(400, start + "a: b\0c\r\n\r\n");
        refuses(400, "GET / HTTP/1.1\nHost: x\n\n");
        refuses(400, "GET\r\n\r\n");
        refuses(400, "GET / x\r\n\r\n");
        refuses(400, "\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003\r\n\r\n");
    }

    @Test
    void a_folded_header_is_one_with_a_space() throws IOException {
        assertEquals(
                List.of("GET / HTTP/1.1 [a: b c]", "END"), parse(requests(), "GET / HTTP/1.1\r\na: b\r\n  c\r\n\r\n"));
    }

    @Test
    void lines_and_heads_have_limits() throws IOException {
        String line = "GET /" + "x".repeat(86) + " HTTP/1.1";
        assertEquals(100, line.length());
        assertEquals(2, parse(requests(), line + "\r\n\r\n").size());
        refuses(414, line.replace("GET", "POST") + "\r\n\r\n");
        refuses(414, "x".repeat(102));
        String start = "GET / HTTP/1.1\r\n";
        assertEquals(
                2,
                parse(requests(), start + "a: " + "x".repeat(190) + "\r\n\r\n").size());
        refuses(431, start + "a: " + "x".repeat(300) + "\r\n\r\n");
        refuses(431, start + "a: " + "x".repeat(300));
        refuses(431, start + "a: b\r\n".repeat(60));
    }

    private static void refuses(int status, String sent) throws IOException {
        for (String[] pieces : List.of(new String[] {sent}, sent.split("(?<=.)|(?<=\n)"))) {
            try {
                fail("taken: " + sent + ": " + parse(requests(), pieces));
            } catch (Exception e) {
                assertEquals(HttpSyntaxException.class, e.getClass(), sent);
                assertEquals(status, ((HttpSyntaxException) e).status(), sent);
            }
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(ISO_8859_1));
    }
}
