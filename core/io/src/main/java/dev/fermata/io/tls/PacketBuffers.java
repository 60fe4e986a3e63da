package dev.fermata.io.tls;

import dev.fermata.loop.EventLoop;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Buffers for those connections of a loop that have something in them at the moment: most are idle, and a buffer that takes a
 * record is large. Confined to the loop, as the connections are, whatever thread runs it.
 */
final class PacketBuffers {
    /** Takes two records of the usual size, or one of the largest that the JDK lets pass (33 093 bytes). */
    static final int CAPACITY = 33 * 1024;

    private static final int MOST_SPARE = 16;

    private static final Map<EventLoop, PacketBuffers> OF_LOOPS = Collections.synchronizedMap(new WeakHashMap<>());

    private final ArrayDeque<ByteBuffer> spare = new ArrayDeque<>();
    private int lent;

    /** Those of the loop that runs. */
    static PacketBuffers ofLoop() {
        return OF_LOOPS.computeIfAbsent(EventLoop.current(), loop -> new PacketBuffers());
    }

    /** How many are in use. */
    int lent() {
        return lent;
    }

    /** Gives an empty one, to be filled. */
    ByteBuffer take() {
        ByteBuffer buffer = spare.pollLast();
        ByteBuffer taken = buffer == null ? ByteBuffer.allocate(CAPACITY) : buffer.clear();
        lent++;
        return taken;
    }

    /** Takes one back, whatever is in it. */
    void giveBack(ByteBuffer buffer) {
        lent--;
        if (buffer.capacity() == CAPACITY && spare.size() < MOST_SPARE) {
            spare.addLast(buffer);
        }
    }

    /** Gives a larger one with the same content, to be filled further, in the place of one that is full. */
    ByteBuffer enlarge(ByteBuffer full, int capacity) {
        ByteBuffer larger = ByteBuffer.allocate(capacity).put(full.flip());
        giveBack(full);
        lent++;
        return larger;
    }
}
