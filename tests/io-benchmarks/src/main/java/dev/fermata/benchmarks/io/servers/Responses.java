package dev.fermata.benchmarks.io.servers;

import dev.fermata.benchmarks.io.wire.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The least of HTTP, for servers that have none: takes a request's head apart and says what to answer. */
final class Responses {
    private static final DateHeader<byte[]> GREETING = answer(Protocol.ANSWER);
    private static final DateHeader<byte[]> NOT_FOUND =
            answer("HTTP/1.1 404 Not Found\r\ndate: %s\r\ncontent-length: 0\r\n\r\n");
    private static final DateHeader<byte[]> BAD_REQUEST =
            answer("HTTP/1.1 400 Bad Request\r\ndate: %s\r\ncontent-length: 0\r\n\r\n");

    /** How long a head may be. */
    static final int LIMIT = 8 * 1024;

    private Responses() {}

    private static DateHeader<byte[]> answer(String format) {
        return new DateHeader<>(date -> Protocol.bytes(format.formatted(date)));
    }

    /** How many of the bytes before {@code end} are the first head, with the empty line; 0 if that has not come. */
    static int lengthOfHead(byte[] bytes, int end) {
        for (int i = 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                return i + 1;
            }
        }
        return 0;
    }

    /** What to answer to a head, with its body. */
    static byte[] to(byte[] bytes, int lengthOfHead) {
        String head = new String(bytes, 0, lengthOfHead - 4, StandardCharsets.ISO_8859_1);
        int endOfLine = lineEnd(head, 0);
        String[] line = head.substring(0, endOfLine).split(" ");
        Map<String, String> headers = headers(head, endOfLine + 2);
        if (headers == null || !headers.containsKey("host") || line.length != 3 || !line[2].equals("HTTP/1.1")) {
            return BAD_REQUEST.now();
        }
        boolean isFound = line[0].equals("GET") && line[1].equals(Protocol.PATH);
        return (isFound ? GREETING : NOT_FOUND).now();
    }

    private static Map<String, String> headers(String head, int start) {
        Map<String, String> headers = new HashMap<>();
        for (int at = start; at < head.length(); ) {
            int end = lineEnd(head, at);
            int colon = head.indexOf(':', at);
            if (colon <= at || colon > end) {
                return null;
            }
            headers.put(
                    head.substring(at, colon).toLowerCase(Locale.ROOT),
                    head.substring(colon + 1, end).strip());
            at = end + 2;
        }
        return headers;
    }

    private static int lineEnd(String head, int from) {
        int end = head.indexOf("\r\n", from);
        return end == -1 ? head.length() : end;
    }
}
