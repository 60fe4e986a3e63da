package dev.fermata.benchmarks.io.servers;

import dev.fermata.benchmarks.io.wire.Link;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** A connection of the hand-written server. */
abstract class Conversation {
    private final Link link;

    /** What has come and has not been answered, before the position. */
    private final ByteBuffer received;

    private Conversation(Link link) {
        this.link = link;
        received = link.buffer(Link.ROOM);
    }

    static Conversation of(Protocol protocol, Link link) {
        return protocol == Protocol.ECHO ? new Echo(link) : new Http(link);
    }

    /** Reads, and answers what has come whole; closes a connection that has ended or is broken. */
    void onReadable(SelectionKey key) {
        try {
            if (link.read(received) == -1) {
                link.close();
            } else {
                received.flip();
                answer(link, received);
                received.compact();
            }
        } catch (IOException e) { // the other side has gone, which concerns this connection alone
            key.cancel();
            closeBroken();
        }
    }

    private void closeBroken() {
        try {
            link.close();
        } catch (IOException e) {
            System.err.println("closing a broken connection: " + e);
        }
    }

    /** Answers the whole requests, and leaves what comes after them. */
    abstract void answer(Link link, ByteBuffer received) throws IOException;

    private static final class Echo extends Conversation {
        private Echo(Link link) {
            super(link);
        }

        @Override
        void answer(Link link, ByteBuffer received) throws IOException {
            int end = received.limit();
            while (end - received.position() >= Protocol.MESSAGE_SIZE) {
                received.limit(received.position() + Protocol.MESSAGE_SIZE);
                link.write(received);
                received.limit(end);
            }
        }
    }

    private static final class Http extends Conversation {
        private final byte[] head = new byte[Responses.LIMIT];
        private final ByteBuffer response;

        private Http(Link link) {
            super(link);
            response = link.buffer(Responses.LIMIT);
        }

        @Override
        void answer(Link link, ByteBuffer received) throws IOException {
            int length;
            do {
                int available = Math.min(received.remaining(), head.length);
                received.get(received.position(), head, 0, available);
                length = Responses.lengthOfHead(head, available);
                if (length > 0) {
                    received.position(received.position() + length);
                    link.write(response.clear().put(Responses.to(head, length)).flip());
                } else if (available == head.length) {
                    throw new IOException("the head of a request is too long");
                }
            } while (length > 0 && received.hasRemaining());
        }
    }
}
