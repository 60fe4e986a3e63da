package dev.fermata.io.tls;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Buffers for those connections of a thread that have something in them at the moment: most are idle, and a buffer that takes
 * a record is large.
 */
final class PacketBuffers {
    /** Takes two records of the usual size, or one of the largest that the JDK lets pass (33 093 bytes). */
    static final int CAPACITY = 33 * 1024;

    private static final int MOST_SPARE = 16;

    private static final ThreadLocal<PacketBuffers> OF_THREAD = ThreadLocal.withInitial(PacketBuffers::new);

    private final ArrayDeque<ByteBuffer> spare = new ArrayDeque<>();

    /** Those of this thread, on which they have to stay. */
    static PacketBuffers ofThread() {
        return OF_THREAD.get();
    }

    /** Gives an empty one, to be filled. */
    ByteBuffer take() {
        ByteBuffer buffer = spare.pollLast();
        return buffer == null ? ByteBuffer.allocate(CAPACITY) : buffer.clear();
    }

    /** Takes one back, whatever is in it. */
    void giveBack(ByteBuffer buffer) {
        if (buffer.capacity() == CAPACITY && spare.size() < MOST_SPARE) {
            spare.addLast(buffer);
        }
    }

    /** Gives a larger one with the same content, to be filled further, in the place of one that is full. */
    ByteBuffer enlarge(ByteBuffer full, int capacity) {
        ByteBuffer larger = ByteBuffer.allocate(capacity).put(full.flip());
        giveBack(full);
        return larger;
    }
}
