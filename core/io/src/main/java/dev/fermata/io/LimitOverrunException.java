package dev.fermata.io;

import java.io.IOException;

/**
 * The separator did not come within the limit of the reader (asyncio's {@code LimitOverrunError}). Nothing has been taken from
 * the stream.
 */
public final class LimitOverrunException extends IOException {
    private static final long serialVersionUID = 1;

    private final int consumed;
    private final boolean isFound;

    LimitOverrunException(int consumed, boolean isFound, int limit) {
        super((isFound
                        ? "the separator comes after " + consumed + " bytes"
                        : "no separator within " + consumed + " bytes")
                + ", more than the limit of " + limit
                + ": give the reader a higher limit, or take the bytes away in pieces"
                + " with readExactly");
        this.consumed = consumed;
        this.isFound = isFound;
    }

    /**
     * How much can be read with {@link StreamReader#readExactly} before the separator, or before what may be its beginning.
     *
     * @return the number of bytes
     */
    public int consumed() {
        return consumed;
    }

    /**
     * Whether the separator is there.
     *
     * @return true if it comes after {@link #consumed} bytes
     */
    public boolean isFound() {
        return isFound;
    }
}
