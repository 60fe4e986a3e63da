package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import java.io.IOException;

/** Pieces from a generator. */
final class StreamedBody extends Body {
    private static final byte[] NOTHING = {};

    private final long length;
    private final AsyncGenerator<byte[]> pieces;
    private long sent;

    StreamedBody(long length, AsyncGenerator<byte[]> pieces) {
        this.length = length;
        this.pieces = pieces;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    @Suspendable
    public Coroutine<byte[]> read() throws IOException {
        byte[] piece;
        do {
            piece = await(pieces.next(null));
        } while (piece != null && piece.length == 0);
        byte[] given = piece == null ? NOTHING : piece;
        sent += given.length;
        if (length >= 0 && (sent > length || given.length == 0 && sent < length)) {
            throw new IOException("a body that was to have " + length + " bytes has " + sent
                    + (given.length == 0 ? "" : ", and maybe more"));
        }
        return Coroutine.of(given);
    }

    @Override
    public Coroutine<Void> discard() {
        return pieces.closeAsync();
    }
}
