package dev.fermata.io.blocking;

import dev.fermata.io.StreamReader;
import dev.fermata.io.StreamWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Readers and writers of what blocks, for streams that somebody else closes, the standard ones above all.
 *
 * <pre>{@code
 * StreamReader input = BlockingStreams.reader(System.in);
 * for (byte[] line = await(input.readLine()); line.length > 0; line = await(input.readLine())) {
 *     ...
 * }
 * }</pre>
 *
 * <p>To be made on the thread of a running loop, to which they then belong.
 */
public final class BlockingStreams {
    private BlockingStreams() {}

    /**
     * Reads from a stream.
     *
     * @param stream read by other threads, not null; never closed by this, see {@link BlockingInput} otherwise
     * @return the reader
     */
    public static StreamReader reader(InputStream stream) {
        return BlockingInput.of(stream).reader();
    }

    /**
     * Reads from a channel.
     *
     * @param channel in blocking mode, not null; never closed by this, see {@link BlockingInput} otherwise
     * @return the reader
     */
    public static StreamReader reader(ReadableByteChannel channel) {
        return BlockingInput.of(channel).reader();
    }

    /**
     * Writes to a stream.
     *
     * @param stream written to by other threads, and flushed after each piece; not null
     * @return the writer; closing it closes the stream
     */
    public static StreamWriter writer(OutputStream stream) {
        return BlockingOutput.of(stream).writer();
    }

    /**
     * Writes to a channel.
     *
     * @param channel in blocking mode, not null
     * @return the writer; closing it closes the channel
     */
    public static StreamWriter writer(WritableByteChannel channel) {
        return BlockingOutput.of(channel).writer();
    }
}
