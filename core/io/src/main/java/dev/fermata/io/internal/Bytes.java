package dev.fermata.io.internal;

import java.nio.ByteBuffer;

/** What the JDK's buffers lack. */
public final class Bytes {
    private Bytes() {}

    /**
     * Moves as many bytes as there are and there is room for.
     *
     * @param source where they are read from, not null
     * @param target where they are put, not null
     * @return how many
     */
    public static int move(ByteBuffer source, ByteBuffer target) {
        int count = Math.min(source.remaining(), target.remaining());
        target.put(target.position(), source, source.position(), count).position(target.position() + count);
        source.position(source.position() + count);
        return count;
    }
}
