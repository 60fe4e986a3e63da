package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The body of a message: bytes that are there, or come in pieces. One that was received can be sent on as it comes: whoever
 * takes a piece has the next one read, so the slower side sets the pace. To be read once.
 */
public abstract class Body {
    /** No bytes. */
    public static final Body EMPTY = new FixedBody(new byte[0]);

    Body() {}

    /**
     * Makes a body of bytes.
     *
     * @param bytes not null, not to be changed afterwards
     * @return the body
     */
    public static Body of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new FixedBody(bytes);
    }

    /**
     * Makes a body of text in UTF-8.
     *
     * @param text not null
     * @return the body
     */
    public static Body of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Makes a body of pieces, of which nobody knows how many will come: it is sent in chunks.
     *
     * @param pieces not started, not null; closed when the body is no longer needed
     * @return the body
     */
    public static Body of(AsyncGenerator<byte[]> pieces) {
        return new StreamedBody(-1, pieces);
    }

    /**
     * Makes a body of pieces whose length is known.
     *
     * @param length how many bytes they have together
     * @param pieces not started, not null; closed when the body is no longer needed
     * @return the body
     */
    public static Body of(long length, AsyncGenerator<byte[]> pieces) {
        return new StreamedBody(length, pieces);
    }

    /**
     * How long it is.
     *
     * @return bytes; -1 if that is not known before its end
     */
    public abstract long length();

    /**
     * Reads a piece.
     *
     * @return gives some bytes; none at the end
     * @throws IOException if the other side has gone, or sends too much
     */
    public abstract Coroutine<byte[]> read() throws IOException;

    /**
     * Says that nothing more will be read, so that what is behind it need not be kept.
     *
     * @return gives null
     */
    public abstract Coroutine<Void> discard();

    /**
     * Reads everything that is left.
     *
     * @return gives it
     * @throws IOException if the other side has gone, or sends too much
     */
    @Suspendable
    public Coroutine<byte[]> all() throws IOException {
        byte[] first = await(read());
        if (first.length == 0 || first.length == length()) {
            return Coroutine.of(first);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * first.length);
        for (byte[] piece = first; piece.length > 0; piece = await(read())) {
            bytes.write(piece, 0, piece.length);
        }
        return Coroutine.of(bytes.toByteArray());
    }

    /**
     * Reads everything that is left, as text in UTF-8.
     *
     * @return gives it
     * @throws IOException if the other side has gone, or sends too much
     */
    @Suspendable
    public Coroutine<String> text() throws IOException {
        return Coroutine.of(new String(await(all()), StandardCharsets.UTF_8));
    }

    /**
     * All pieces that are left, for a loop.
     *
     * @return yields them; what {@link #read} throws is thrown by the loop
     */
    @Suspendable
    public AsyncGenerator<byte[]> pieces() {
        for (byte[] piece = await(readUnchecked()); piece.length > 0; piece = await(readUnchecked())) {
            AsyncGenerator.yield(piece);
        }
        return null;
    }

    /** For a loop, which javac does not let throw. */
    private Coroutine<byte[]> readUnchecked() {
        try {
            return read();
        } catch (IOException e) {
            throw new AssertionError("a coroutine runs nothing before it is awaited", e);
        }
    }
}
