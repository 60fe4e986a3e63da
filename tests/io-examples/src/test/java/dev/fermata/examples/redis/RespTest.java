package dev.fermata.examples.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.io.protocol.ParserInput;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The parser alone, without any I/O. */
class RespTest {
    /** Sends text in pieces of a size, and the end after it. */
    private static List<Object> parse(String text, int size) throws IOException {
        Generator<Resp.Reply, ByteBuffer, Void> parser = Resp.replies(new ParserInput());
        parser.next();
        List<Object> values = new ArrayList<>();
        byte[] bytes = text.getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i += size) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, i, Math.min(size, bytes.length - i));
            for (Resp.Reply reply = parser.send(piece); reply != null; reply = parser.next()) {
                values.add(reply.value());
            }
        }
        try {
            return fail("more at the end: " + parser.send(ByteBuffer.allocate(0)));
        } catch (StopIteration end) {
            return values;
        }
    }

    @Test
    void replies_are_the_same_however_their_bytes_come() throws IOException {
        String text =
                "+OK\r\n:-7\r\n$6\r\nzw\u00f6lf\r\n$0\r\n\r\n_\r\n#t\r\n#f\r\n,1.5\r\n,-inf\r\n,nan\r\n(123456789012345678901\r\n"
                        + "=8\r\ntxt:some\r\n*2\r\n$4\r\na\r\nb\r\n*1\r\n:1\r\n~1\r\n+x\r\n%1\r\n+key\r\n*0\r\n|1\r\n+ttl\r\n:9\r\n+after\r\n"
                        + ">3\r\n+message\r\n+news\r\n+hello\r\n";
        List<Object> expected = Arrays.asList(
                "OK",
                -7L,
                "zw\u00f6lf",
                "",
                null,
                true,
                false,
                1.5,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                new BigInteger("123456789012345678901"),
                "some",
                List.of("a\r\nb", List.of(1L)),
                List.of("x"),
                Map.of("key", List.of()),
                "after",
                List.of("message", "news", "hello"));
        for (int size : new int[] {1, 2, 3, 7, 10_000}) {
            assertEquals(expected, parse(text, size), "in pieces of " + size);
        }
    }

    @Test
    void a_failure_is_a_value_here() throws IOException {
        List<Object> values = parse("-ERR unknown command\r\n!5\r\nERR x\r\n", 4);
        assertEquals("ERR unknown command", ((RedisException) values.get(0)).getMessage());
        assertEquals("ERR x", ((RedisException) values.get(1)).getMessage());
    }

    @Test
    void what_is_not_the_protocol_is_refused() {
        ProtocolException refused =
                assertThrows(ProtocolException.class, () -> parse("HTTP/1.1 400 Bad Request\r\n", 100));
        assertEquals("no reply of Redis begins with HTTP/1.1 400 Bad Request", refused.getMessage());
    }

    @Test
    void an_end_in_the_middle_is_no_reply() {
        assertThrows(EOFException.class, () -> parse("*2\r\n:1\r\n", 100));
    }

    @Test
    void a_request_counts_bytes() {
        assertEquals("*2\r\n$3\r\nGET\r\n$3\r\n\u20ac\r\n", Resp.request("GET", "\u20ac"));
    }
}
