package dev.fermata.benchmarks.io.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/**
 * TLS by the JDK's engine. Shakes hands on the way: a server by reading as soon as something comes, a client in
 * {@link #shakeHands}.
 */
public final class TlsLink implements Link {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final ByteBuffer received;
    private final ByteBuffer toSend;

    /**
     * Makes a link.
     *
     * @param channel a connected channel; closed with the link
     * @param engine for this connection alone, in the mode of its side
     */
    public TlsLink(SocketChannel channel, SSLEngine engine) {
        this.channel = channel;
        this.engine = engine;
        int size = engine.getSession().getPacketBufferSize();
        received = buffer(size);
        toSend = buffer(size);
    }

    /**
     * The client's handshake.
     *
     * @throws IOException if the other side does not agree, or ends the connection
     */
    public void shakeHands() throws IOException {
        engine.beginHandshake();
        answer();
        ByteBuffer noData = buffer(ROOM);
        while (isShakingHands()) {
            if (read(noData) == -1) {
                throw new EOFException("in the handshake");
            }
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int before = into.position();
        boolean isAtEnd = channel.read(received) == -1;
        received.flip();
        Status status = Status.OK;
        while (status == Status.OK && received.hasRemaining()) {
            status = engine.unwrap(received, into).getStatus();
            answer();
        }
        received.compact();
        int count = into.position() - before;
        if (count == 0 && status == Status.BUFFER_OVERFLOW) {
            throw new IOException("no room for a record of TLS in " + into);
        }
        return count == 0 && (isAtEnd || status == Status.CLOSED) ? -1 : count;
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
        while (from.hasRemaining()) {
            send(from);
        }
    }

    /** Does what the handshake asks for, until it asks for more bytes or for nothing. */
    private void answer() throws IOException {
        while (true) {
            HandshakeStatus wish = engine.getHandshakeStatus();
            if (wish == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            } else if (wish == HandshakeStatus.NEED_WRAP && !engine.isOutboundDone()) {
                send(NOTHING);
            } else {
                return;
            }
        }
    }

    private boolean isShakingHands() {
        return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
    }

    private void send(ByteBuffer from) throws IOException {
        SSLEngineResult result = engine.wrap(from, toSend);
        if (result.getStatus() != Status.OK && result.getStatus() != Status.CLOSED) {
            throw new IOException("TLS cannot write: " + result);
        }
        toSend.flip();
        PlainLink.writeAll(channel, toSend);
        toSend.clear();
    }

    /** What the engine works on without a copy. */
    @Override
    public ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size);
    }

    /** Says goodbye if that can be done at once; who closes has got what it wanted. */
    @Override
    public void close() throws IOException {
        try (channel) {
            engine.closeOutbound();
            answer();
        }
    }
}
