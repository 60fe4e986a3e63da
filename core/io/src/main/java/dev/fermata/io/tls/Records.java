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
    private static final byte ALERT = 21;
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

    /**
     * The alert that is next in the buffer, if it is readable. A client that refuses the server's certificate may say so before
     * it encrypts, when the engine takes everything for encrypted already.
     *
     * @return its name; null if there is none
     */
    static String alertIn(ByteBuffer packets) {
        int start = packets.position();
        if (packets.remaining() < HEAD + 2 || packets.get(start) != ALERT || packets.getShort(start + LENGTH_AT) != 2) {
            return null;
        }
        int description = packets.get(start + HEAD + 1) & 0xff;
        return switch (description) {
            case 40 -> "handshake_failure";
            case 42 -> "bad_certificate";
            case 43 -> "unsupported_certificate";
            case 44 -> "certificate_revoked";
            case 45 -> "certificate_expired";
            case 46 -> "certificate_unknown";
            case 47 -> "illegal_parameter";
            case 48 -> "unknown_ca";
            case 49 -> "access_denied";
            case 50 -> "decode_error";
            case 51 -> "decrypt_error";
            case 70 -> "protocol_version";
            case 71 -> "insufficient_security";
            case 80 -> "internal_error";
            case 90 -> "user_canceled";
            default -> "number " + description;
        };
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
