package dev.fermata.tests.http;

import dev.fermata.tests.http.codec.Output;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.Map;

/** Puts heads into an output. */
final class Messages {
    private static final String[] STATUS_LINES = new String[1000];

    private Messages() {}

    /** The first line of a response. */
    static String statusLine(int status) {
        String line = STATUS_LINES[status];
        if (line == null) {
            line = "HTTP/1.1 " + status + " "
                    + HttpResponseStatus.valueOf(status).reasonPhrase() + "\r\n";
            STATUS_LINES[status] = line;
        }
        return line;
    }

    /** All headers but those that frame the message, which are not the user's to say. */
    static void putHeaders(Output out, HttpHeaders headers) {
        if (headers.isEmpty()) {
            return;
        }
        Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
        while (all.hasNext()) {
            Map.Entry<CharSequence, CharSequence> header = all.next();
            if (!isFraming(header.getKey())) {
                out.put(header.getKey()).put(": ").put(header.getValue()).put("\r\n");
            }
        }
    }

    private static boolean isFraming(CharSequence name) {
        return switch (name.length()) {
            case 10 -> AsciiString.contentEqualsIgnoreCase(name, "connection");
            case 14 -> AsciiString.contentEqualsIgnoreCase(name, "content-length");
            case 17 -> AsciiString.contentEqualsIgnoreCase(name, "transfer-encoding");
            default -> false;
        };
    }

    /** Says how long the body will be. */
    static void putFraming(Output out, long length) {
        if (length >= 0) {
            out.put("content-length: ").putDecimal(length).put("\r\n");
        } else {
            out.put("transfer-encoding: chunked\r\n");
        }
    }

    /** A piece of a body, as a chunk or as it is. */
    static void putPiece(Output out, byte[] piece, boolean isChunked) {
        if (isChunked) {
            out.put(Integer.toHexString(piece.length)).put("\r\n").put(piece).put("\r\n");
        } else {
            out.put(piece);
        }
    }

    static void putLastChunk(Output out) {
        out.put("0\r\n\r\n");
    }
}
