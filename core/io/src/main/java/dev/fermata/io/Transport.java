package dev.fermata.io;

import java.io.Closeable;
import java.io.IOException;

/**
 * Both directions of a connection: a socket, an encrypted one, a pipe in memory. Closing it frees it at once; whoever waits
 * to read then reads the end. A {@link Connection} is what one works with.
 */
public interface Transport extends ByteSource, ByteSink, Closeable {
    /**
     * Closes both directions at once. What has been written and not been sent may be lost. Does nothing the second time.
     *
     * @throws IOException if closing fails; it is closed then, too
     */
    @Override
    void close() throws IOException;

    /**
     * Names both ends for messages.
     *
     * @return such as {@code /127.0.0.1:4711 to /127.0.0.1:80}
     */
    @Override
    String toString();
}
