package dev.fermata.benchmarks.io.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One end of a connection as the protocol sees it: bytes in and out, whatever they look like on the wire. For connections that
 * carry one small message at a time.
 */
public interface Link extends Closeable {
    /** How much room {@link #read} asks for: the longest record of TLS, and not a power of two, for the sake of the caches. */
    int ROOM = 16 * 1024 + 320;

    /**
     * Reads what has come.
     *
     * @param into where to; with room for a record of TLS, {@link #ROOM}, if nothing is in it
     * @return how many bytes; 0 if there are none now; -1 if none will come
     * @throws IOException if the connection is broken
     */
    int read(ByteBuffer into) throws IOException;

    /**
     * Writes all that a buffer has.
     *
     * @param from what to write
     * @throws IOException if the connection is broken, or the kernel does not take the bytes at once, which it does when at
     *     most one small message is under way
     */
    void write(ByteBuffer from) throws IOException;

    /**
     * A buffer of the kind that suits the link best.
     *
     * @param size its size in bytes
     * @return a new buffer
     */
    ByteBuffer buffer(int size);
}
