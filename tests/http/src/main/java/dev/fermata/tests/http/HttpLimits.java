package dev.fermata.tests.http;

import java.time.Duration;

/**
 * How much of anything one puts up with.
 *
 * @param line bytes of the first line; else 414
 * @param head bytes of all headers together; else 431
 * @param headers how many headers; else 431
 * @param body bytes of a body; else 413
 * @param idle how long a connection may do nothing between two messages
 * @param headTime how long a head may take from its first byte to its last; else 408
 * @param bodyTime how long one may have to wait for the next piece of a body, or until one of ours is taken; else 408
 */
public record HttpLimits(
        int line, int head, int headers, long body, Duration idle, Duration headTime, Duration bodyTime) {
    /** 8 KiB, 16 KiB, 100, 16 MiB; 60, 10 and 30 seconds. */
    public static final HttpLimits DEFAULT = new HttpLimits(
            8 * 1024,
            16 * 1024,
            100,
            16L * 1024 * 1024,
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));

    /**
     * The same with another limit to bodies.
     *
     * @param bytes the limit; {@link Long#MAX_VALUE} for none
     * @return the limits
     */
    public HttpLimits withBody(long bytes) {
        return new HttpLimits(line, head, headers, bytes, idle, headTime, bodyTime);
    }

    /**
     * The same with other limits to heads.
     *
     * @param lineBytes of the first line
     * @param headBytes of all headers
     * @param count how many headers
     * @return the limits
     */
    public HttpLimits withHead(int lineBytes, int headBytes, int count) {
        return new HttpLimits(lineBytes, headBytes, count, body, idle, headTime, bodyTime);
    }

    /**
     * The same with other times.
     *
     * @param between messages
     * @param forHead for a head
     * @param forPiece for each piece of a body
     * @return the limits
     */
    public HttpLimits withTimes(Duration between, Duration forHead, Duration forPiece) {
        return new HttpLimits(line, head, headers, body, between, forHead, forPiece);
    }
}
