package dev.fermata.io.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the head of a record says (RFC 8446, 5.1).
 *
 * <pre>
 *   type, 1 byte | version, 2 bytes | length, 2 bytes | content
 * </pre>
 */
final class Records {
    private static final int HEAD = 5;
    private static final int LENGTH_AT = 3;
    private static final int FIRST_TYPE = 20;
    private static final int LAST_TYPE = 24;
    private static final int MOST_SHOWN = 16;

    private Records() {}

    /** Whether a whole record is next in the buffer. */
    static boolean isWholeIn(ByteBuffer packets) {
        return packets.remaining() >= HEAD
                && packets.remaining() - HEAD >= (packets.getShort(packets.position() + LENGTH_AT) & 0xffff);
    }

    /** Whether what is next in the buffer may be TLS, also of the oldest form. */
    static boolean mayBeNextIn(ByteBuffer packets) {
        int first = packets.get(packets.position()) & 0xff;
        return first >= FIRST_TYPE && first <= LAST_TYPE || first >= 0x80;
    }

    /** Shows what is next in the buffer, up to the end of the line, to somebody who looks for the mistake. */
    static String show(ByteBuffer packets) {
        byte[] shown = new byte[Math.min(packets.remaining(), MOST_SHOWN)];
        packets.get(packets.position(), shown);
        StringBuilder text = new StringBuilder("\"");
        for (char c : new String(shown, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (c >= ' ' && c < 0x7f) {
                text.append(c);
            } else {
                text.append(String.format("\\x%02x", (int) c));
            }
        }
        return text.append('"').toString();
    }
}
