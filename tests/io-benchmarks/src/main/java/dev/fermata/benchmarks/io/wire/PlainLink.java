package dev.fermata.benchmarks.io.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The bytes as they are. */
public final class PlainLink implements Link {
    private final SocketChannel channel;

    /**
     * Makes a link.
     *
     * @param channel a connected channel; closed with the link
     */
    public PlainLink(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        writeAll(channel, from);
    }

    static void writeAll(SocketChannel channel, ByteBuffer from) throws IOException {
        channel.write(from);
        if (from.hasRemaining()) {
            throw new IOException("the kernel has left " + from.remaining() + " bytes of a small message");
        }
    }

    /** What the kernel can read and write without a copy. */
    @Override
    public ByteBuffer buffer(int size) {
        return ByteBuffer.allocateDirect(size);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
