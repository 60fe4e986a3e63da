package dev.fermata.io;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Confinement;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.sync.Event;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

/**
 * Writes bytes to a sink (asyncio's {@code StreamWriter}). {@link #write} never waits: what the sink does not take at once is
 * kept and sent as soon as it can be. {@link #drain} waits if much is kept, so whoever writes a lot awaits it after each piece
 * and is as fast as the other side.
 *
 * <pre>{@code
 * writer.write(header);
 * writer.write(body);
 * await(writer.drain());
 * }</pre>
 *
 * <p>When the sink fails, what is kept is dropped, further writes are ignored, and {@code drain} and {@code closed} throw the
 * failure. Confined to one loop.
 */
public final class StreamWriter {
    private static final int HIGH_WATER = 64 * 1024;
    private static final int LOW_WATER = 16 * 1024;

    private final EventLoop loop;
    private final ByteSink sink;
    private final Closeable owner;

    /** What the sink has not taken, in order; copies. */
    private final Queue<ByteBuffer> kept = new ArrayDeque<>(2);

    /** How many bytes are kept. */
    private int size;

    private int highWater = HIGH_WATER;
    private int lowWater = LOW_WATER;

    /** Sends what is kept; null if nothing is. */
    private Task<Void> sender;

    /** Little is kept; happens again and again. */
    private final Event drained = new Event();

    private final Event closed = new Event();

    private boolean isEndAsked;
    private boolean isEndSaid;
    private boolean isClosing;

    /** An {@link IOException} or a {@link RuntimeException}. */
    private Exception failure;

    /**
     * It has been thrown. What is thrown once more, by the {@code close} of a try-with-resources whose body has failed with it,
     * has to be another object: an exception cannot be suppressed by itself.
     */
    private boolean isFailureThrown;

    /**
     * Makes a writer, on the thread of a running loop.
     *
     * @param sink where the bytes go, not null; nobody else writes to it
     * @param owner what {@link #close} closes when all has been sent, not null
     */
    public StreamWriter(ByteSink sink, Closeable owner) {
        this.loop = EventLoop.current();
        this.sink = Objects.requireNonNull(sink, "sink");
        this.owner = Objects.requireNonNull(owner, "owner");
    }

    /**
     * Writes bytes. Never waits; see {@link #drain}.
     *
     * @param bytes what to write, not null; may be changed afterwards
     * @throws IllegalStateException if the writer has been ended or closed
     */
    public void write(byte[] bytes) {
        write(ByteBuffer.wrap(bytes));
    }

    /**
     * Writes a part of an array. Never waits; see {@link #drain}.
     *
     * @param bytes has the bytes, not null; may be changed afterwards
     * @param offset where they begin
     * @param length how many
     * @throws IndexOutOfBoundsException if they are not in the array
     * @throws IllegalStateException if the writer has been ended or closed
     */
    public void write(byte[] bytes, int offset, int length) {
        write(ByteBuffer.wrap(bytes, offset, length));
    }

    /**
     * Writes text in UTF-8. Never waits; see {@link #drain}.
     *
     * @param text what to write, not null
     * @throws IllegalStateException if the writer has been ended or closed
     */
    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes what is left in a buffer. Never waits; see {@link #drain}.
     *
     * @param bytes what to write, not null; empty afterwards, and may be changed
     * @throws IllegalStateException if the writer has been ended or closed
     */
    public void write(ByteBuffer bytes) {
        Confinement.check(this, "StreamWriter.write");
        if (isEndAsked || isClosing) {
            throw new IllegalStateException(
                    "nothing can be written after " + (isClosing ? "close" : "end") + ": " + this);
        }
        if (failure != null) {
            bytes.position(bytes.limit());
            return;
        }
        if (sender != null) {
            keep(bytes);
            return;
        }
        try {
            sink.write(bytes);
            if (bytes.hasRemaining()) {
                keep(bytes);
                startSender();
            } else if (!sink.flush()) {
                startSender();
            }
        } catch (IOException | RuntimeException e) {
            bytes.position(bytes.limit());
            fail(e);
        } catch (Error e) { // out of memory: what follows must not be sent as if nothing were missing
            fail(unsent(bytes.remaining(), e));
            throw e;
        }
    }

    private void keep(ByteBuffer bytes) {
        int count = bytes.remaining();
        kept.add(ByteBuffer.allocate(count).put(bytes).flip());
        size += count; // only now: there may have been no memory
    }

    /** At once, if that can be: a task that is cancelled before its first step does not even run its finally block. */
    private void startSender() {
        if (EventLoop.currentOrNull() != loop) {
            sender = loop.spawn("sender to " + sink, send());
            return;
        }
        Task<Void> started = loop.spawnEagerly(send());
        if (!started.isDone()) {
            started.rename("sender to " + sink);
            sender = started;
        }
    }

    /**
     * Waits until little is kept, if much is: 64 KiB or more, down to 16 KiB, unless {@link #setWaterMarks} says otherwise.
     *
     * @return gives null
     * @throws IOException if the sink has failed
     */
    @Suspendable
    public Coroutine<Void> drain() throws IOException {
        Confinement.check(this, "StreamWriter.drain");
        if (size >= highWater && failure == null) {
            await(drained.await());
        }
        this.<IOException>throwFailure();
        return null;
    }

    /**
     * Says how much is much for {@link #drain}.
     *
     * @param high drain waits if so many bytes are kept, positive
     * @param low it waits until no more than these are kept, less than that, not negative
     * @throws IllegalArgumentException if the numbers do not go together
     */
    public void setWaterMarks(int high, int low) {
        Confinement.check(this, "StreamWriter.setWaterMarks");
        if (low < 0 || low >= high) {
            throw new IllegalArgumentException("high water of " + high + " bytes and low water of " + low);
        }
        highWater = high;
        lowWater = low;
    }

    /**
     * Says that nothing more will be written, as soon as what is kept has been sent: the other side then reads its end, and
     * can still answer ({@code write_eof}). Does nothing the second time.
     *
     * @throws UnsupportedOperationException if {@link #canEnd} says no
     */
    public void end() {
        Confinement.check(this, "StreamWriter.end");
        if (!sink.canEndAlone()) {
            throw new UnsupportedOperationException("one direction cannot be ended alone here: " + sink);
        }
        sayEnd();
    }

    private void sayEnd() {
        if (!isEndAsked) {
            isEndAsked = true;
            advanceOrSend();
        }
    }

    /**
     * Whether {@link #end} can be said ({@code can_write_eof}).
     *
     * @return true for sockets and pipes
     */
    public boolean canEnd() {
        return sink.canEndAlone();
    }

    /**
     * Sends what is kept and then closes the connection, both directions; does not wait for that, as {@link #closed} does.
     * Does nothing the second time.
     */
    public void close() {
        Confinement.check(this, "StreamWriter.close");
        if (isClosing) {
            return;
        }
        isClosing = true;
        if (sink.needsEnd() && failure == null) {
            sayEnd();
        }
        if (sender == null) {
            finishClosing();
        }
    }

    /**
     * Closes at once. What is kept is dropped. Does nothing once it is closed.
     */
    public void abort() {
        Confinement.check(this, "StreamWriter.abort");
        isClosing = true;
        drop();
        if (sender != null) {
            sender.cancel();
            sender = null;
        }
        finishClosing();
    }

    /**
     * Waits until the writer is closed, after {@link #close} or {@link #abort}.
     *
     * @return gives null; throws the {@link IOException} that the sink has failed with, so that what was written may not have
     *     arrived: it is not declared, because {@code try}-with-resources awaits this
     */
    @Suspendable
    public Coroutine<Void> closed() {
        await(closed.await());
        if (isFailureThrown) {
            throw StreamWriter.<RuntimeException>asIs(new IOException(failure.getMessage(), failure));
        }
        this.<RuntimeException>throwFailure();
        return null;
    }

    /**
     * Whether it is closed or about to be.
     *
     * @return true after {@link #close}
     */
    public boolean isClosing() {
        return isClosing;
    }

    /**
     * How much is kept.
     *
     * @return the number of bytes
     */
    public int size() {
        return size;
    }

    private void advanceOrSend() {
        if (sender != null || failure != null) {
            return;
        }
        try {
            if (!advance()) {
                startSender();
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    /** Does what can be done without waiting; gives whether that was all. */
    private boolean advance() throws IOException {
        while (!kept.isEmpty()) {
            ByteBuffer first = kept.element();
            size -= sink.write(first);
            if (first.hasRemaining()) {
                return false;
            }
            kept.remove();
        }
        if (isEndAsked && !isEndSaid) {
            isEndSaid = true;
            sink.end();
        }
        return sink.flush();
    }

    @Suspendable
    private Coroutine<Void> send() {
        try {
            do {
                if (size <= lowWater) {
                    wakeDrained();
                }
                await(sink.writable());
            } while (!advance());
        } catch (IOException | RuntimeException e) {
            fail(e);
        } catch (OutOfMemoryError e) { // whoever writes is told
            fail(unsent(size, e));
        } catch (Error e) { // cancelled, as the loop ends: nobody will send the rest
            if (!closed.isSet()) { // else it was abort(), whose caller knows
                fail(unsent(size, e));
            }
            throw e;
        } finally {
            sender = null;
            wakeDrained();
            if (isClosing) {
                finishClosing();
            }
        }
        return null;
    }

    private IOException unsent(int count, Error cause) {
        String reason = cause instanceof Cancellation ? "the sender was cancelled" : cause.toString();
        return new IOException(count + " bytes have not been sent to " + sink + ": " + reason, cause);
    }

    private void fail(Exception e) {
        failure = e;
        drop();
        wakeDrained();
    }

    private void drop() {
        kept.clear();
        size = 0;
    }

    private void finishClosing() {
        if (closed.isSet()) {
            return;
        }
        try {
            owner.close();
        } catch (IOException | RuntimeException e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
        }
        wakeDrained();
        closed.set();
    }

    private void wakeDrained() {
        drained.pulse();
    }

    private <E extends Exception> void throwFailure() throws E {
        if (failure != null) {
            isFailureThrown = true;
            throw StreamWriter.<E>asIs(failure);
        }
    }

    @SuppressWarnings("unchecked") // the caller says what it declares
    private static <E extends Exception> E asIs(Exception thrown) throws E {
        throw (E) thrown;
    }

    @Override
    public String toString() {
        return "writer to " + sink + ", " + size + " bytes kept"
                + (closed.isSet() ? ", closed" : isClosing ? ", closing" : "");
    }
}
