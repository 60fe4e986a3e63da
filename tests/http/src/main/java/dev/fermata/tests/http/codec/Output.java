package dev.fermata.tests.http.codec;

import dev.fermata.io.StreamWriter;
import dev.fermata.loop.EventLoop;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Gathers what is to be written, so that several small things cost one system call. Whoever may have to wait before the next
 * {@link #flush} says so by {@link #flushSoon}: then what is here goes out in the next turn of the loop, and not later. Holds
 * no memory while it is empty. Confined to one loop.
 */
public final class Output {
    /** What is longer than this is not copied. */
    private static final int MUCH = 16 * 1024;

    private static final byte[] NONE = {};
    private static final ByteBuffer NOTHING = ByteBuffer.wrap(NONE);

    private final EventLoop loop = EventLoop.current();
    private final StreamWriter writer;
    private final Spare spare;
    private byte[] bytes = NONE;
    private int size;
    private boolean isPlanned;

    /** What {@link #bytes} is in, to be written. */
    private ByteBuffer buffer = NOTHING;

    /** One buffer that is used again and again, by all outputs of a loop. */
    public static final class Spare {
        private ByteBuffer buffer;

        /** Makes one. */
        public Spare() {}

        private ByteBuffer take() {
            ByteBuffer taken = buffer == null ? ByteBuffer.allocate(2 * MUCH) : buffer;
            buffer = null;
            return taken;
        }

        private void give(ByteBuffer given) {
            if (given.capacity() <= 2 * MUCH) {
                buffer = given;
            }
        }
    }

    /**
     * Makes an output.
     *
     * @param writer where it all goes, not null
     * @param spare shared by outputs of the same loop, not null
     */
    public Output(StreamWriter writer, Spare spare) {
        this.writer = writer;
        this.spare = spare;
    }

    /**
     * Adds text of one byte a character.
     *
     * @param text ISO 8859-1, not null
     * @return this
     */
    @SuppressWarnings("deprecation") // it drops the high bytes, as it should
    public Output put(CharSequence text) {
        int length = text.length();
        reserve(length);
        if (text instanceof String string) {
            string.getBytes(0, length, bytes, size);
            size += length;
        } else {
            for (int i = 0; i < length; i++) {
                bytes[size++] = (byte) text.charAt(i);
            }
        }
        return this;
    }

    /**
     * Adds bytes. If they are many, all is written at once.
     *
     * @param added not null; may be changed afterwards
     * @return this
     */
    public Output put(byte[] added) {
        if (added.length > MUCH) {
            flush();
            if (!writer.isClosing()) {
                writer.write(added);
            }
            return this;
        }
        reserve(added.length);
        System.arraycopy(added, 0, bytes, size, added.length);
        size += added.length;
        return this;
    }

    /**
     * Adds a number.
     *
     * @param number not negative
     * @return this
     */
    public Output putDecimal(long number) {
        reserve(20);
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    /**
     * How much is here.
     *
     * @return the number of bytes
     */
    public int size() {
        return size;
    }

    /** Writes what is here, in the next turn of the loop at the latest. */
    public void flushSoon() {
        if (size > 0 && !isPlanned) {
            isPlanned = true;
            loop.callSoon(this::flushPlanned);
        }
    }

    private void flushPlanned() {
        isPlanned = false;
        flush();
    }

    /** Writes what is here, unless the writer is closing. */
    public void flush() {
        if (size == 0) {
            return;
        }
        ByteBuffer written = buffer.limit(size).position(0);
        buffer = NOTHING;
        bytes = NONE;
        size = 0;
        if (!writer.isClosing()) {
            writer.write(written);
        }
        spare.give(written.clear());
    }

    /**
     * Writes what is here if that is much: to be called before more is put.
     *
     * @return whether it was
     */
    public boolean flushIfMuch() {
        boolean isMuch = size > MUCH;
        if (isMuch) {
            flush();
        }
        return isMuch;
    }

    private void reserve(int room) {
        if (bytes.length - size < room) {
            buffer = size == 0 && room <= 2 * MUCH
                    ? spare.take()
                    : ByteBuffer.wrap(Arrays.copyOf(bytes, Math.max(2 * size, size + room)));
            bytes = buffer.array();
        }
    }

    @Override
    public String toString() {
        return "output of " + size + " bytes to " + writer;
    }
}
