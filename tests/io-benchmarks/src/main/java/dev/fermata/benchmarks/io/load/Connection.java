package dev.fermata.benchmarks.io.load;

import dev.fermata.benchmarks.io.wire.Link;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A connection with one request under way. */
final class Connection {
    private final Link link;
    private final Dialogue dialogue;
    private final ByteBuffer received;

    /** When the request under way was sent, as {@link System#nanoTime} tells. */
    private long askedAt;

    Connection(Link link, Dialogue dialogue) {
        this.link = link;
        this.dialogue = dialogue;
        received = link.buffer(Link.ROOM);
    }

    void ask(long now) throws IOException {
        askedAt = now;
        link.write(dialogue.request());
    }

    /** Reads what has come; whether that completes the answer. */
    boolean hasAnswer() throws IOException {
        if (link.read(received) == -1) {
            throw new EOFException("the server has ended the connection");
        }
        received.flip();
        if (dialogue.isAnsweredBy(received)) {
            received.clear();
            return true;
        }
        received.position(received.limit()).limit(received.capacity());
        return false;
    }

    long nanosSinceAsked(long now) {
        return now - askedAt;
    }

    void close() throws IOException {
        link.close();
    }
}
