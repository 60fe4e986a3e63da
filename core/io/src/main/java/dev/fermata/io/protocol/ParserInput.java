package dev.fermata.io.protocol;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a parser has been sent, to be read by what it means, as if reading could block. Each operation is a generator to be
 * delegated to: it asks for more bytes, by a yield of null, only if what it reads is not there yet.
 *
 * <pre>{@code
 * byte[] line = Generator.yieldFrom(in.readLine());
 * }</pre>
 *
 * <p>Bytes that have come and been read within one buffer are copied once, into the result. Of one parser.
 */
public final class ParserInput {
    /** How long a line, or what ends with a separator, may be if nothing else is said: 64 KiB. */
    public static final int DEFAULT_LIMIT = 64 * 1024;

    private static final byte[] NOTHING = {};

    /** How much room is made for bytes that have only been announced. */
    private static final int MOST_TRUSTED = 64 * 1024;

    private final int limit;

    /** What is there: in {@link #store}, or in the buffer that was sent last. */
    private byte[] bytes = NOTHING;

    private int start;
    private int end;

    /** For what is left over when more is needed. */
    private byte[] store = NOTHING;

    private boolean isAtEnd;

    /** Makes an input with the {@linkplain #DEFAULT_LIMIT usual limit}. */
    public ParserInput() {
        this(DEFAULT_LIMIT);
    }

    /**
     * Makes an input.
     *
     * @param limit how many bytes may come before a separator, 1 at least
     * @throws IllegalArgumentException if the limit is not positive
     */
    public ParserInput(int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("a limit of " + limit + " bytes lets nothing be read");
        }
        this.limit = limit;
    }

    /**
     * Looks whether anything is left to be read: what a parser asks between two messages, where the end is no fault.
     *
     * @return ends with true as soon as there is a byte, with false at the end
     */
    @Suspendable
    public Generator<Void, ByteBuffer, Boolean> hasMore() {
        while (start == end && !isAtEnd) {
            makeReady();
            add(Generator.yield(null));
        }
        return Generator.returning(start < end);
    }

    /**
     * Reads one byte.
     *
     * @return ends with it
     * @throws EOFException if there is none
     */
    @Suspendable
    public Generator<Void, ByteBuffer, Byte> readByte() throws EOFException {
        if (start == end) {
            Generator.yieldFrom(more(0));
        }
        return Generator.returning(bytes[start++]);
    }

    /**
     * Reads some bytes, one at least: for contents that are passed on in pieces.
     *
     * @param most how many at most, positive
     * @return ends with them; with none only at the end
     */
    @Suspendable
    public Generator<Void, ByteBuffer, byte[]> read(int most) {
        if (most <= 0) {
            throw new IllegalArgumentException("cannot read " + most + " bytes");
        }
        boolean isThere = Generator.yieldFrom(hasMore());
        return Generator.returning(isThere ? take(Math.min(most, end - start)) : NOTHING);
    }

    /**
     * Reads a number of bytes. The limit does not matter here: whoever has the number from the other side checks it before.
     * Room for them is made as they come.
     *
     * @param count how many, not negative
     * @return ends with them
     * @throws EOFException if the end comes before
     */
    @Suspendable
    public Generator<Void, ByteBuffer, byte[]> readExactly(int count) throws EOFException {
        if (count < 0) {
            throw new IllegalArgumentException("cannot read " + count + " bytes");
        }
        if (end - start >= count) {
            return Generator.returning(take(count));
        }
        byte[] result = new byte[Math.min(count, Math.max(end - start, MOST_TRUSTED))];
        int size = moveTo(result, 0);
        while (size < count) {
            Generator.yieldFrom(more(size));
            if (size + (end - start) > result.length) {
                long doubled = Math.max(2L * result.length, (long) size + end - start);
                result = Arrays.copyOf(result, (int) Math.min(count, doubled));
            }
            size += moveTo(result, size);
        }
        return Generator.returning(result);
    }

    /**
     * Reads up to a separator.
     *
     * @param separator what to look for; one byte, as it is in ASCII
     * @return ends with the bytes before the separator, which is taken as well
     * @throws ProtocolException if more bytes than the limit come before it
     * @throws EOFException if the end comes before it
     */
    @Suspendable
    public Generator<Void, ByteBuffer, byte[]> readUntil(char separator) throws IOException {
        int length = Generator.yieldFrom(find((byte) separator));
        byte[] result = take(length);
        start++;
        return Generator.returning(result);
    }

    /**
     * Reads up to a separator.
     *
     * @param separator what to look for, not empty
     * @return ends with the bytes before the separator, which is taken as well
     * @throws ProtocolException if more bytes than the limit come before it
     * @throws EOFException if the end comes before it
     */
    @Suspendable
    public Generator<Void, ByteBuffer, byte[]> readUntil(byte[] separator) throws IOException {
        if (separator.length == 0) {
            throw new IllegalArgumentException("an empty separator is everywhere");
        }
        int length = indexOf(separator, 0);
        while (length < 0) {
            int searched = Math.max(0, end - start + 1 - separator.length);
            checkLimit(searched);
            Generator.yieldFrom(more(end - start));
            length = indexOf(separator, searched);
        }
        checkLimit(length);
        byte[] result = take(length);
        start += separator.length;
        return Generator.returning(result);
    }

    /**
     * Reads a line, which ends with a line feed, or a carriage return and a line feed.
     *
     * @return ends with its bytes, those of its end not included
     * @throws ProtocolException if it is longer than the limit
     * @throws EOFException if the end comes before that of the line
     */
    @Suspendable
    public Generator<Void, ByteBuffer, byte[]> readLine() throws IOException {
        int length = Generator.yieldFrom(find((byte) '\n'));
        boolean hasReturn = length > 0 && bytes[start + length - 1] == '\r';
        byte[] result = take(hasReturn ? length - 1 : length);
        start += hasReturn ? 2 : 1;
        return Generator.returning(result);
    }

    /** Waits until a byte is there; gives how many come before it. */
    @Suspendable
    private Generator<Void, ByteBuffer, Integer> find(byte wanted) throws IOException {
        int length = 0;
        for (; ; ) {
            while (start + length < end && bytes[start + length] != wanted) {
                length++;
            }
            checkLimit(length);
            if (start + length < end) {
                return Generator.returning(length);
            }
            Generator.yieldFrom(more(length));
        }
    }

    private void checkLimit(int length) throws ProtocolException {
        if (length > limit) {
            throw new ProtocolException("no separator within " + length + " bytes, more than the limit of " + limit);
        }
    }

    /** Waits for another buffer. */
    @Suspendable
    private Generator<Void, ByteBuffer, Void> more(int sizeSoFar) throws EOFException {
        int sizeBefore = end - start;
        while (end - start == sizeBefore) {
            if (isAtEnd) {
                throw new EOFException("the end came in the middle of a message, "
                        + (sizeSoFar == 0 ? "" : "after " + sizeSoFar + " bytes of a part, ")
                        + "where more was expected");
            }
            makeReady();
            add(Generator.yield(null));
        }
        return null;
    }

    /** Moves what is left to where it stays when the buffer is used anew. */
    private void makeReady() {
        if (bytes != store) {
            int size = end - start;
            if (size > store.length) {
                store = new byte[Math.max(size, 2 * store.length)];
            }
            System.arraycopy(bytes, start, store, 0, size);
            bytes = store;
            start = 0;
            end = size;
        }
    }

    private void add(ByteBuffer sent) {
        if (sent == null) {
            return; // resumed without a value
        }
        int count = sent.remaining();
        if (count == 0) {
            isAtEnd = true;
        } else if (start == end && sent.hasArray()) {
            bytes = sent.array();
            start = sent.arrayOffset() + sent.position();
            end = start + count;
            sent.position(sent.limit());
        } else {
            makeRoom(count);
            sent.get(store, end, count);
            end += count;
        }
    }

    private void makeRoom(int count) {
        int size = end - start;
        if (end + count <= store.length) {
            return;
        }
        byte[] target = size + count <= store.length ? store : new byte[Math.max(size + count, 2 * store.length)];
        System.arraycopy(store, start, target, 0, size);
        store = target;
        bytes = target;
        start = 0;
        end = size;
    }

    private byte[] take(int count) {
        if (count == 0) {
            return NOTHING;
        }
        start += count;
        return Arrays.copyOfRange(bytes, start - count, start);
    }

    private int moveTo(byte[] target, int position) {
        int count = Math.min(end - start, target.length - position);
        System.arraycopy(bytes, start, target, position, count);
        start += count;
        return count;
    }

    private int indexOf(byte[] wanted, int from) {
        for (int i = start + from; i <= end - wanted.length; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i - start;
            }
        }
        return -1;
    }

    @Override
    public String toString() {
        return "input of a parser, " + (end - start) + " bytes unread" + (isAtEnd ? ", at the end" : "");
    }
}
