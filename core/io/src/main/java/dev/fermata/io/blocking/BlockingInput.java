package dev.fermata.io.blocking;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.ByteSource;
import dev.fermata.io.StreamReader;
import dev.fermata.io.internal.Bytes;
import dev.fermata.loop.EventLoop;
import dev.fermata.sync.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A stream whose reads block, as a source for tasks. Another thread reads a chunk whenever somebody waits for one and none is
 * there, one read at a time. A wait that is cancelled loses nothing: the read goes on, and the next one finds what it gave.
 *
 * <pre>{@code
 * try (BlockingInput input = await(AsyncFiles.open(path))) {
 *     byte[] first = await(input.reader().readLine());
 * }
 * }</pre>
 *
 * <p>Closing while a read blocks has the stream closed beside it; a read that does not care for that, as one of a terminal or
 * of a pipe that others hold open, keeps its (daemon) thread until it ends by itself. Confined to one loop.
 */
public final class BlockingInput implements ByteSource, AsyncCloseable {
    private static final byte[] NOTHING = {};
    private static final int FIRST_SIZE = 8 * 1024;
    private static final int LARGEST_SIZE = 64 * 1024;

    private final EventLoop loop;
    private final InputStream stream;
    private final String name;
    private final Path file;
    private final StreamReader reader;

    /** A read has ended, or this has been closed. */
    private final Event changed = new Event();

    private final Event released = new Event();

    /** What has been read and not been taken. */
    private ByteBuffer chunk = ByteBuffer.wrap(NOTHING);

    /** How much to ask for: more when that was given. */
    private int size = FIRST_SIZE;

    /** The read that is under way, or null. */
    private BlockingCall reading;

    private boolean isAtEnd;
    private boolean isClosed;

    /** What a read has failed with, or null. */
    private Throwable failure;

    private Throwable closeFailure;

    private BlockingInput(InputStream stream, String name, Path file) {
        this.loop = EventLoop.current();
        this.stream = Objects.requireNonNull(stream, "stream");
        this.name = name;
        this.file = file;
        this.reader = new StreamReader(this);
    }

    /**
     * Makes a source of a stream, on the thread of a running loop.
     *
     * @param stream what to read from, not null; belongs to this from now on
     * @return the source
     */
    public static BlockingInput of(InputStream stream) {
        return new BlockingInput(
                stream, Objects.requireNonNull(stream, "stream").toString(), null);
    }

    /**
     * Makes a source of a channel, on the thread of a running loop. What a selector can watch is better watched: {@link
     * EventLoop#watch}.
     *
     * @param channel what to read from, in blocking mode, not null; belongs to this from now on
     * @return the source
     */
    public static BlockingInput of(ReadableByteChannel channel) {
        return new BlockingInput(Channels.newInputStream(channel), channel.toString(), null);
    }

    static BlockingInput of(InputStream stream, Path file) {
        return new BlockingInput(stream, file.toString(), file);
    }

    /**
     * Reads from this by what the bytes mean; whoever uses it leaves the other methods to it.
     *
     * @return the reader, always the same
     */
    public StreamReader reader() {
        return reader;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!chunk.hasRemaining()) {
            if (isClosed) {
                return -1;
            }
            Failures.rethrow(failure);
            if (isAtEnd) {
                return -1;
            }
            startReading();
            return 0;
        }
        return Bytes.move(chunk, target);
    }

    @Override
    @Suspendable
    public Coroutine<Void> readable() {
        if (!chunk.hasRemaining() && !isClosed && !isAtEnd && failure == null) {
            startReading();
            await(changed.await());
        }
        return null;
    }

    private void startReading() {
        if (reading == null) {
            byte[] target = chunk.capacity() < size ? new byte[size] : chunk.array();
            chunk = ByteBuffer.wrap(target).limit(0);
            reading = BlockingCall.start(loop, "reading from " + name, () -> stream.read(target), this::hasRead);
        }
    }

    private void hasRead(int count, Throwable error) {
        reading = null;
        failure = Failures.ofFile(file, error);
        isAtEnd = error != null || count < 0;
        chunk.limit(Math.max(count, 0));
        if (isAtEnd) {
            chunk = ByteBuffer.wrap(NOTHING);
        } else if (count == chunk.capacity()) {
            size = Math.min(2 * size, LARGEST_SIZE);
        }
        changed.pulse();
    }

    /**
     * Closes without waiting for it: whoever reads then, or waits to, reads the end. Does nothing the second time.
     */
    public void abort() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (reading != null) {
            reading.forget();
            reading = null;
        }
        chunk = ByteBuffer.wrap(NOTHING);
        changed.pulse();
        try {
            BlockingCall.start(loop, "closing of " + name, this::closeStream, this::hasClosed);
        } catch (Throwable noThread) { // who closes is told, and must not wait for ever
            hasClosed(0, noThread);
        }
    }

    private void hasClosed(int nothing, Throwable error) {
        closeFailure = Failures.ofFile(file, error);
        released.set();
    }

    private int closeStream() throws IOException {
        stream.close();
        return 0;
    }

    /**
     * Closes, as {@link #abort} does, and waits until the stream has been closed.
     *
     * @return gives null; throws the {@link IOException} that the stream throws when it is closed
     */
    @Override
    @Suspendable
    public Coroutine<Void> closeAsync() {
        abort();
        await(released.await());
        Failures.rethrowUndeclared(closeFailure);
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
