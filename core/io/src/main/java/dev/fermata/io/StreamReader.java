package dev.fermata.io;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Confinement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Reads bytes from a source by what they mean: lines, counts, separators (asyncio's {@code StreamReader}). Waits only if what
 * it needs is not there, and takes nothing before it is complete, so a read that is cancelled, or runs into a timeout, loses
 * nothing: the next one finds it all.
 *
 * <pre>{@code
 * for (byte[] line = await(reader.readLine()); line.length > 0; line = await(reader.readLine())) {
 *     ...
 * }
 * }</pre>
 *
 * <p>One task may wait at a time. A failure of the source is thrown at every read from then on, when what came before it has
 * been read. Confined to one loop.
 */
public final class StreamReader {
    /** How long a line, or what ends with a separator, may be if nothing else is said: 64 KiB. */
    public static final int DEFAULT_LIMIT = 64 * 1024;

    private static final byte[] LINE_END = {'\n'};

    private final ByteSource source;
    private final int limit;
    private final Buffer buffer = new Buffer();

    private boolean isAtEndOfSource;

    /** What the source has failed with: an {@link IOException} or a {@link RuntimeException}. */
    private Exception failure;

    private boolean isWaiting;

    /** The last read has left the source with nothing more, so that to try again before waiting would be in vain. */
    private boolean isSourceDry;

    /**
     * Makes a reader with the {@linkplain #DEFAULT_LIMIT usual limit}.
     *
     * @param source where the bytes come from, not null; nobody else reads from it
     */
    public StreamReader(ByteSource source) {
        this(source, DEFAULT_LIMIT);
    }

    /**
     * Makes a reader.
     *
     * @param source where the bytes come from, not null; nobody else reads from it
     * @param limit how many bytes may come before a separator, 1 at least
     * @throws IllegalArgumentException if the limit is not positive
     */
    public StreamReader(ByteSource source, int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("a limit of " + limit + " bytes lets nothing be read");
        }
        this.source = Objects.requireNonNull(source, "source");
        this.limit = limit;
    }

    /**
     * Reads some bytes, waiting for one at least.
     *
     * @param most how many at most, not negative; 0 gives none, without waiting
     * @return gives what is there; nothing at the end
     * @throws IOException if the source fails
     */
    @Suspendable
    public Coroutine<byte[]> read(int most) throws IOException {
        if (most < 0) {
            throw new IllegalArgumentException("cannot read " + most + " bytes: readAll reads up to the end");
        }
        if (most > 0) {
            while (buffer.isEmpty() && !isOver()) {
                if (!fill(most)) {
                    await(more());
                }
            }
        }
        return Coroutine.of(buffer.take(Math.min(most, buffer.size())));
    }

    /**
     * Reads some bytes into a buffer, waiting for one at least. Without a copy if this has nothing in store.
     *
     * @param target takes the bytes, not null
     * @return gives how many; 0 only if the target has no room; -1 at the end
     * @throws IOException if the source fails
     */
    @Suspendable
    public Coroutine<Integer> read(ByteBuffer target) throws IOException {
        if (!buffer.isEmpty() || !target.hasRemaining()) {
            return Coroutine.of(buffer.take(target));
        }
        while (!isOver()) {
            int count = isSourceDry ? 0 : readInto(target);
            if (count != 0) {
                return Coroutine.of(count);
            }
            await(more());
        }
        return Coroutine.of(-1);
    }

    /**
     * Reads everything up to the end ({@code read(-1)}). Whoever cannot trust the other side should rather read in pieces and
     * count.
     *
     * @return gives all bytes
     * @throws IOException if the source fails
     */
    @Suspendable
    public Coroutine<byte[]> readAll() throws IOException {
        while (!isOver()) {
            if (!fill(1)) {
                await(more());
            }
        }
        return Coroutine.of(buffer.takeAll());
    }

    /**
     * Reads a number of bytes. The limit does not matter here.
     *
     * @param count how many, not negative
     * @return gives them; throws {@link IncompleteReadException} if the end comes before
     * @throws IOException if the source fails
     */
    @Suspendable
    public Coroutine<byte[]> readExactly(int count) throws IOException {
        if (count < 0) {
            throw new IllegalArgumentException("cannot read " + count + " bytes");
        }
        while (buffer.size() < count) {
            if (isOver()) {
                throw new IncompleteReadException(buffer.takeAll(), count);
            }
            if (!fill(count - buffer.size())) {
                await(more());
            }
        }
        return Coroutine.of(buffer.take(count));
    }

    /**
     * Reads up to a separator.
     *
     * @param separator what to look for, not empty
     * @return gives the bytes, those of the separator included; throws {@link IncompleteReadException} if the end comes
     *     before, and {@link LimitOverrunException} if the limit does
     * @throws IOException if the source fails
     */
    @Suspendable
    public Coroutine<byte[]> readUntil(byte... separator) throws IOException {
        if (separator.length == 0) {
            throw new IllegalArgumentException("an empty separator is everywhere");
        }
        int searched = 0;
        for (; ; ) {
            int found = buffer.indexOf(separator, searched);
            if (found > limit) {
                throw new LimitOverrunException(found, true, limit);
            }
            if (found >= 0) {
                return Coroutine.of(buffer.take(found + separator.length));
            }
            searched = Math.max(0, buffer.size() + 1 - separator.length);
            if (searched > limit) {
                throw new LimitOverrunException(searched, false, limit);
            }
            if (isOver()) {
                throw new IncompleteReadException(buffer.takeAll(), -1);
            }
            if (!fill(1)) {
                await(more());
            }
        }
    }

    /**
     * Reads a line, which ends with a line feed.
     *
     * @return gives its bytes, those of the end included; without one only at the end of the stream, where nothing is left at
     *     last; throws {@link LineTooLongException} if it is longer than the limit
     * @throws IOException if the source fails
     */
    @Suspendable
    public Coroutine<byte[]> readLine() throws IOException {
        try {
            return Coroutine.of(await(readUntil(LINE_END)));
        } catch (IncompleteReadException e) {
            return Coroutine.of(e.partial());
        } catch (LimitOverrunException e) {
            buffer.drop(e.isFound() ? e.consumed() + LINE_END.length : buffer.size());
            throw new LineTooLongException(e);
        }
    }

    /**
     * All lines that are left, as text in UTF-8.
     *
     * @return yields each without its end, be it a line feed or a carriage return and a line feed; what {@link #readLine}
     *     throws is thrown by the loop over it
     */
    public AsyncGenerator<String> lines() {
        return lines(StandardCharsets.UTF_8);
    }

    /**
     * All lines that are left, as text.
     *
     * @param charset what the bytes mean, one in which a line feed is one byte; not null
     * @return yields each without its end, be it a line feed or a carriage return and a line feed
     */
    @Suspendable
    public AsyncGenerator<String> lines(Charset charset) {
        Objects.requireNonNull(charset, "charset");
        for (byte[] line = await(nextLine()); line.length > 0; line = await(nextLine())) {
            AsyncGenerator.yield(new String(line, 0, lengthOfText(line), charset));
        }
        return null;
    }

    /** For a loop, which javac does not let throw. */
    private Coroutine<byte[]> nextLine() {
        try {
            return readLine();
        } catch (IOException e) {
            throw new AssertionError("a coroutine runs nothing before it is awaited", e);
        }
    }

    private static int lengthOfText(byte[] line) {
        int length = line.length;
        if (line[length - 1] == '\n') {
            length--;
            if (length > 0 && line[length - 1] == '\r') {
                length--;
            }
        }
        return length;
    }

    /**
     * Whether everything has been read and nothing more will come (asyncio's {@code at_eof}).
     *
     * @return true if the end has been seen and nothing is in store
     */
    public boolean isAtEnd() {
        return isAtEndOfSource && buffer.isEmpty();
    }

    /**
     * How much is in store: has come, and has not been read.
     *
     * @return the number of bytes
     */
    public int size() {
        return buffer.size();
    }

    /** Reads once; false if there is nothing now, and somebody has to wait. */
    private boolean fill(int wanted) throws IOException {
        if (isSourceDry) {
            return false;
        }
        int count = readInto(buffer.room(wanted));
        buffer.filled();
        return count != 0;
    }

    private int readInto(ByteBuffer target) throws IOException {
        int room = target.remaining();
        int count;
        try {
            count = source.read(target);
        } catch (IOException | RuntimeException e) {
            failure = e;
            throw e;
        }
        isAtEndOfSource = count < 0;
        isSourceDry = count >= 0 && count < room;
        return count;
    }

    /** Waits until there is more to read, or the end, or a failure. */
    @Suspendable
    private Coroutine<Void> more() {
        if (isWaiting) {
            throw new IllegalStateException("another task waits already to read from " + source);
        }
        isWaiting = true;
        buffer.idle();
        try {
            await(source.readable());
        } finally {
            isWaiting = false;
            isSourceDry = false;
        }
        return null;
    }

    private boolean isOver() throws IOException {
        Confinement.check(this, "StreamReader.read");
        if (failure instanceof IOException checked) {
            throw checked;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        return isAtEndOfSource;
    }

    @Override
    public String toString() {
        return "reader of " + source + ", " + buffer.size() + " bytes in store"
                + (isAtEndOfSource ? ", at the end" : "");
    }
}
