package dev.fermata.tests.http;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.protocol.MessageReader;
import dev.fermata.tests.http.codec.Part;
import java.io.IOException;

/** What the other side sends, read from the connection as it is wanted. */
final class ReceivedBody extends Body {
    /** What a body needs of its connection. */
    interface Owner {
        /** The body is about to wait for a piece. */
        void waiting();

        /** It waits no longer. */
        void waited();

        /** The whole message has come. */
        void ended();

        /** Nobody wants the rest. */
        Coroutine<Void> discarded(ReceivedBody body);
    }

    private static final byte[] NOTHING = {};

    private final MessageReader<Part> parts;
    private final Owner owner;
    private final long length;
    private final long limit;
    private long received;
    private boolean isOver;
    private boolean isBroken;

    /**
     * Makes a body, of which nothing has been read.
     *
     * @param length -1 if it is not known
     * @param limit how long it may be
     */
    ReceivedBody(MessageReader<Part> parts, Owner owner, long length, long limit) {
        this.parts = parts;
        this.owner = owner;
        this.length = length;
        this.limit = limit;
    }

    @Override
    public long length() {
        return length;
    }

    /** All of it has been read. */
    boolean isOver() {
        return isOver;
    }

    /** The rest will not come. */
    boolean isBroken() {
        return isBroken;
    }

    /** How much may still come: nobody knows of a body in chunks. */
    long left() {
        return length < 0 ? Long.MAX_VALUE : length - received;
    }

    @Override
    @Suspendable
    public Coroutine<byte[]> read() throws IOException {
        if (isOver) {
            return Coroutine.of(NOTHING);
        }
        Part part;
        try {
            part = parts.poll();
            if (part == null) {
                owner.waiting();
                try {
                    part = await(parts.next());
                } finally {
                    owner.waited();
                }
            }
        } catch (IOException | RuntimeException e) {
            isBroken = true;
            throw e;
        }
        if (!(part instanceof Part.Piece piece)) {
            isOver = true;
            owner.ended();
            return Coroutine.of(NOTHING);
        }
        received += piece.bytes().length;
        if (received > limit) {
            throw new HttpException(413, "the body has more than " + limit + " bytes");
        }
        return Coroutine.of(piece.bytes());
    }

    @Override
    public Coroutine<Void> discard() {
        return owner.discarded(this);
    }
}
