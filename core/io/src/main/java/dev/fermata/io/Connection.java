package dev.fermata.io;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import java.util.Objects;

/**
 * A stream of bytes in each direction between two ends: what {@code open_connection} of asyncio gives, and what a server gives
 * its handler.
 *
 * <pre>{@code
 * try (Connection connection = await(Network.connect("example.org", 80))) {   // closing waits until all has been sent
 *     connection.writer().write("hello\n");
 *     byte[] answer = await(connection.reader().readLine());
 * }
 * }</pre>
 */
public final class Connection implements AsyncCloseable {
    private final Transport transport;
    private final StreamReader reader;
    private final StreamWriter writer;

    /**
     * Makes a connection of a transport with the usual limit, on the thread of a running loop.
     *
     * @param transport what carries the bytes, not null; the connection owns it
     */
    public Connection(Transport transport) {
        this(transport, StreamReader.DEFAULT_LIMIT);
    }

    /**
     * Makes a connection of a transport, on the thread of a running loop.
     *
     * @param transport what carries the bytes, not null; the connection owns it
     * @param limit as for {@link StreamReader#StreamReader(ByteSource, int)}
     */
    public Connection(Transport transport, int limit) {
        this.transport = Objects.requireNonNull(transport, "transport");
        this.reader = new StreamReader(transport, limit);
        this.writer = new StreamWriter(transport, transport);
    }

    /**
     * A connection within this JVM, without any socket: what is written at one end is read at the other. For tests, in which
     * time is virtual, and to put one protocol on top of another.
     *
     * @return both ends
     */
    public static Pair pair() {
        MemoryTransport[] ends = MemoryTransport.pair(StreamReader.DEFAULT_LIMIT);
        return new Pair(new Connection(ends[0]), new Connection(ends[1]));
    }

    /**
     * Both ends of a connection.
     *
     * @param first one end
     * @param second the other one
     */
    public record Pair(Connection first, Connection second) {}

    /**
     * Reads what the other side writes.
     *
     * @return the reader
     */
    public StreamReader reader() {
        return reader;
    }

    /**
     * Writes to the other side.
     *
     * @return the writer
     */
    public StreamWriter writer() {
        return writer;
    }

    /**
     * What carries the bytes, to be asked about addresses or certificates; whoever reads from it takes bytes from the reader.
     *
     * @return the transport
     */
    public Transport transport() {
        return transport;
    }

    /** Closes both directions at once, and drops what has not been sent. */
    public void abort() {
        writer.abort();
    }

    /**
     * Sends what has been written, closes both directions and waits for that, however slowly the other side reads; so does
     * the end of a {@code try} block whose task has been cancelled. A wait that is cancelled here, or runs into a timeout,
     * closes at once and drops the rest, so nothing is left behind.
     *
     * @return gives null; throws the {@link java.io.IOException} that keeps something written from being sent
     */
    @Override
    @Suspendable
    public Coroutine<Void> closeAsync() {
        try {
            writer.close();
            await(writer.closed());
        } finally {
            writer.abort();
        }
        return null;
    }

    @Override
    public String toString() {
        return "connection " + transport;
    }
}
