package dev.fermata.io.protocol;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.io.StreamReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * Drives a parser from a stream: reads bytes, sends them to it, and gives the messages that it yields. Waits only if the
 * parser needs bytes. A wait that is cancelled, or runs into a timeout, loses nothing: what has come of a message stays with
 * the parser, and the next call goes on.
 *
 * <pre>{@code
 * MessageReader<Reply> replies = new MessageReader<>(connection.reader(), Resp.replies(new ParserInput()));
 * Reply reply = await(replies.next());
 * }</pre>
 *
 * <p>One task may wait at a time. What fails the stream or the parser is thrown at every call from then on. Confined to the
 * loop of its stream.
 *
 * @param <M> what the parser yields
 */
public final class MessageReader<M> {
    private static final ByteBuffer END = ByteBuffer.allocate(0);
    private static final int FIRST_ROOM = 2 * 1024;
    private static final int MOST_ROOM = 64 * 1024;

    private final StreamReader reader;
    private final Generator<? extends M, ByteBuffer, ?> parser;
    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_ROOM);

    /** How much to have read at once: more when that was filled. */
    private int nextRoom = FIRST_ROOM;

    /** Has yielded null: cannot go on without bytes. */
    private boolean isHungry;

    private boolean hasBeenToldOfEnd;
    private boolean isOver;

    /** What has failed; not a {@code Throwable}, as errors and cancellations are nothing to remember. */
    private Exception failure;

    /**
     * Makes a reader of messages.
     *
     * @param reader where the bytes come from, not null; nobody else reads from it
     * @param parser what makes messages of them, not started, not null; it keeps to what the {@linkplain
     *     dev.fermata.io.protocol the package} says
     */
    public MessageReader(StreamReader reader, Generator<? extends M, ByteBuffer, ?> parser) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.parser = Objects.requireNonNull(parser, "parser");
    }

    /**
     * Waits for the next message.
     *
     * @return gives it; null when the parser has ended, at the end of the stream mostly; throws {@link EOFException} if the
     *     stream ends in the middle of a message, and whatever the parser throws
     * @throws IOException if the stream or the parser fails
     */
    @Suspendable
    public Coroutine<M> next() throws IOException {
        M message = poll();
        while (message == null && !isOver) {
            if (hasBeenToldOfEnd) {
                throw failed(new EOFException("the end came in the middle of a message: " + reader));
            }
            message = await(reader.read(room())) < 0 ? sendEnd() : sendBuffer();
        }
        return Coroutine.of(message);
    }

    /**
     * Takes the next message if that needs no more bytes than have been read. Never waits.
     *
     * @return the message; null if it is not there yet, and when the parser has ended
     * @throws IOException if the parser fails, or something has failed before
     */
    public M poll() throws IOException {
        this.<IOException>throwFailure();
        return isHungry || isOver ? null : resume(null);
    }

    /**
     * All messages that are left.
     *
     * @return yields each; what {@link #next} throws is thrown by the loop over it
     */
    @Suspendable
    public AsyncGenerator<M> messages() {
        for (M message = await(nextUnchecked()); message != null; message = await(nextUnchecked())) {
            AsyncGenerator.yield(message);
        }
        return null;
    }

    /** For a loop, which javac does not let throw. */
    private Coroutine<M> nextUnchecked() {
        try {
            return next();
        } catch (IOException e) {
            throw new AssertionError("a coroutine runs nothing before it is awaited", e);
        }
    }

    /**
     * Whether the parser has ended, and there will be no more messages.
     *
     * @return true after {@link #next} has given null
     */
    public boolean isOver() {
        return isOver;
    }

    private M sendEnd() {
        hasBeenToldOfEnd = true;
        return resume(END);
    }

    private M sendBuffer() {
        if (!buffer.hasRemaining() && nextRoom < MOST_ROOM) {
            nextRoom *= 2;
        }
        return resume(buffer.flip());
    }

    /** The parser is hungry, so what it was sent is its no longer. */
    private ByteBuffer room() {
        if (buffer.capacity() < nextRoom) {
            buffer = ByteBuffer.allocate(nextRoom);
        }
        return buffer.clear();
    }

    /** Null if the parser needs more, or has ended. */
    private M resume(ByteBuffer bytes) {
        try {
            M message = parser.send(bytes);
            isHungry = message == null;
            return message;
        } catch (StopIteration e) {
            isOver = true;
            return null;
        } catch (Exception e) {
            failure = e;
            throw e;
        }
    }

    private <E extends Exception> E failed(E error) {
        failure = error;
        return error;
    }

    @SuppressWarnings("unchecked") // what parsers and streams declare
    private <E extends Exception> void throwFailure() throws E {
        if (failure != null) {
            throw (E) failure;
        }
    }

    @Override
    public String toString() {
        return "messages from " + reader;
    }
}
