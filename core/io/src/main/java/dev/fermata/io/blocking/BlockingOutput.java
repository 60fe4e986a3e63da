package dev.fermata.io.blocking;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncCloseable;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.ByteSink;
import dev.fermata.io.StreamWriter;
import dev.fermata.io.internal.Bytes;
import dev.fermata.loop.EventLoop;
import dev.fermata.sync.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A stream whose writes block, as a sink for tasks. Another thread writes a chunk, and flushes the stream, while the next
 * chunk is being filled; one write at a time.
 *
 * <pre>{@code
 * try (BlockingOutput output = await(AsyncFiles.create(path))) {   // closing waits until all has been written
 *     output.writer().write("line\n");
 *     await(output.writer().drain());
 * }
 * }</pre>
 *
 * <p>Once a write has failed, so do all that follow; {@link StreamWriter#drain} and {@link #closeAsync} throw it. What was not
 * closed when its loop ends may be lost. Confined to one loop.
 */
public final class BlockingOutput implements ByteSink, AsyncCloseable {
    private static final byte[] NOTHING = {};
    private static final int FIRST_SIZE = 8 * 1024;
    private static final int LARGEST_SIZE = 64 * 1024;

    private final EventLoop loop;
    private final OutputStream stream;
    private final String name;
    private final Path file;
    private final StreamWriter writer;

    /** A call has ended, or this has been closed. */
    private final Event changed = new Event();

    private final Event released = new Event();

    /** What has been taken and is not being written yet. */
    private ByteBuffer filling = ByteBuffer.wrap(NOTHING);

    /** What was written last, to be filled again. */
    private ByteBuffer spare = filling;

    /** How large a chunk to make: larger when that was filled. */
    private int size = FIRST_SIZE;

    /** The write, or the closing in order, that is under way, or null. */
    private BlockingCall calling;

    private boolean isEndAsked;
    private boolean isClosed;

    /** What a write has failed with, or null. */
    private Throwable failure;

    private BlockingOutput(OutputStream stream, String name, Path file) {
        this.loop = EventLoop.current();
        this.stream = Objects.requireNonNull(stream, "stream");
        this.name = name;
        this.file = file;
        this.writer = new StreamWriter(this, this::abort);
    }

    /**
     * Makes a sink of a stream, on the thread of a running loop.
     *
     * @param stream what to write to, not null; belongs to this from now on
     * @return the sink
     */
    public static BlockingOutput of(OutputStream stream) {
        return new BlockingOutput(
                stream, Objects.requireNonNull(stream, "stream").toString(), null);
    }

    /**
     * Makes a sink of a channel, on the thread of a running loop. What a selector can watch is better watched: {@link
     * EventLoop#watch}.
     *
     * @param channel what to write to, in blocking mode, not null; belongs to this from now on
     * @return the sink
     */
    public static BlockingOutput of(WritableByteChannel channel) {
        return new BlockingOutput(Channels.newOutputStream(channel), channel.toString(), null);
    }

    static BlockingOutput of(OutputStream stream, Path file) {
        return new BlockingOutput(stream, file.toString(), file);
    }

    /**
     * Writes to this; whoever uses it leaves the other methods to it, up to the closing.
     *
     * @return the writer, always the same
     */
    public StreamWriter writer() {
        return writer;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        checkOpen();
        int count = 0;
        while (source.hasRemaining() && hasRoom()) {
            if (filling.capacity() == 0) {
                filling = spare.capacity() == size ? spare.clear() : ByteBuffer.allocate(size);
                spare = ByteBuffer.wrap(NOTHING);
            }
            count += Bytes.move(source, filling);
            if (!filling.hasRemaining() && calling == null) {
                startWriting();
                Failures.rethrow(failure);
            }
        }
        return count;
    }

    private void checkOpen() throws IOException {
        Failures.rethrow(failure);
        if (isEndAsked || isClosed) {
            throw new IOException("nothing can be written any more to " + name + ", which has been closed");
        }
    }

    private boolean hasRoom() {
        return filling.capacity() == 0 || filling.hasRemaining();
    }

    @Override
    public boolean flush() throws IOException {
        Failures.rethrow(failure);
        advance();
        Failures.rethrow(failure);
        return calling == null && filling.position() == 0 && (!isEndAsked || isClosed);
    }

    /** Starts the next call, if there is something to do and none is under way. */
    private void advance() {
        if (calling == null && !isClosed && failure == null) {
            if (filling.position() > 0) {
                startWriting();
            } else if (isEndAsked) {
                start("closing of " + name, this::closeStream, this::hasEnded);
            }
        }
    }

    private void startWriting() {
        ByteBuffer written = filling;
        filling = ByteBuffer.wrap(NOTHING);
        if (!written.hasRemaining()) {
            size = Math.min(2 * size, LARGEST_SIZE);
        }
        start("writing to " + name, () -> writeToStream(written), (nothing, error) -> hasWritten(written, error));
    }

    private void start(String what, BlockingCall.Body body, BlockingCall.Done done) {
        try {
            calling = BlockingCall.start(loop, what, body, done);
        } catch (Throwable noThread) { // what was to be written is lost
            fail(noThread);
        }
    }

    private int writeToStream(ByteBuffer chunk) throws IOException {
        stream.write(chunk.array(), 0, chunk.position());
        stream.flush();
        return 0;
    }

    private void hasWritten(ByteBuffer written, Throwable error) {
        calling = null;
        spare = written;
        if (error != null) {
            fail(error);
        }
        advance();
        changed.pulse();
    }

    private void hasEnded(int nothing, Throwable error) {
        calling = null;
        isClosed = true;
        hasClosed(nothing, error);
        changed.pulse();
    }

    private void fail(Throwable error) {
        failure = error instanceof Error
                ? new IOException("writing to " + name + " failed: " + error, error) // as writers expect
                : Failures.ofFile(file, error);
        dropChunks();
    }

    private void dropChunks() {
        filling = ByteBuffer.wrap(NOTHING);
        spare = filling;
    }

    @Override
    @Suspendable
    public Coroutine<Void> writable() {
        if (calling != null) {
            await(changed.await());
        }
        return null;
    }

    /** Has the stream closed when all has been written; that needs a {@link #flush}. */
    @Override
    public void end() throws IOException {
        Failures.rethrow(failure);
        isEndAsked = true;
    }

    /** What has been closed has been written; nothing else says so. */
    @Override
    public boolean needsEnd() {
        return true;
    }

    /**
     * Closes at once, without waiting for it. What has not been written is dropped; who waits is told. Does nothing once this
     * has been closed.
     */
    public void abort() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        isEndAsked = true;
        if (calling != null) {
            calling.forget();
            calling = null;
        }
        dropChunks();
        changed.pulse();
        try {
            BlockingCall.start(loop, "closing of " + name, this::closeStream, this::hasClosed);
        } catch (Throwable noThread) { // who closes is told, and must not wait for ever
            hasClosed(0, noThread);
        }
    }

    private void hasClosed(int nothing, Throwable error) {
        if (failure == null && error != null) {
            fail(error);
        }
        released.set();
    }

    private int closeStream() throws IOException {
        stream.close();
        return 0;
    }

    /**
     * Writes what is left, closes the stream and waits for that. A wait that is cancelled, or runs into a timeout, closes at
     * once and drops the rest.
     *
     * @return gives null; throws the {@link IOException} that keeps something from being written, or the stream from being
     *     closed
     */
    @Override
    @Suspendable
    public Coroutine<Void> closeAsync() {
        writer.close();
        try {
            await(writer.closed());
        } catch (Exception e) {
            await(released.await()); // it is being closed, so that nothing is held when this ends
            throw e;
        } finally {
            writer.abort();
        }
        return null;
    }

    @Override
    public String toString() {
        return name;
    }
}
