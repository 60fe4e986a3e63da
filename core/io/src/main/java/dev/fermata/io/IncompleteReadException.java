package dev.fermata.io;

import java.io.EOFException;
import java.util.OptionalInt;

/** The stream has ended in the middle of what was to be read (asyncio's {@code IncompleteReadError}). */
public final class IncompleteReadException extends EOFException {
    private static final long serialVersionUID = 1;

    private final byte[] partial;
    private final int expected;

    IncompleteReadException(byte[] partial, int expected) {
        super("the stream ended after " + partial.length + " bytes; expected were "
                + (expected < 0 ? "more, up to a separator" : expected));
        this.partial = partial;
        this.expected = expected;
    }

    /**
     * What was there before the end, which has been taken from the stream.
     *
     * @return the bytes, maybe none; not a copy
     */
    public byte[] partial() {
        return partial;
    }

    /**
     * How much was to be read.
     *
     * @return the number of bytes; empty if it was all up to a separator
     */
    public OptionalInt expected() {
        return expected < 0 ? OptionalInt.empty() : OptionalInt.of(expected);
    }
}
