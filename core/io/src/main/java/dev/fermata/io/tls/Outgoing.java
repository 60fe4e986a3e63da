package dev.fermata.io.tls;

import dev.fermata.io.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** The direction to the other side: encrypts, and holds what has been encrypted and not been sent. */
final class Outgoing {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final Transport below;
    private final PacketBuffers buffers = PacketBuffers.ofLoop();

    /** What has not been sent, ready to be read; null if there is nothing. */
    private ByteBuffer packets;

    /** Some of that is not the engine's own. */
    private boolean isHoldingData;

    /** The engine has messages of its own for which there was no room. */
    private boolean hasMoreMessages;

    Outgoing(SSLEngine engine, Transport below) {
        this.engine = engine;
        this.below = below;
    }

    /**
     * Encrypts as much as it can hold or send.
     *
     * @throws IOException if the connection is over
     */
    int write(ByteBuffer source) throws IOException {
        int start = source.position();
        while (source.hasRemaining()) {
            SSLEngineResult result = wrap(source);
            if (result.getStatus() == Status.CLOSED) {
                throw new SSLException(
                        "the other side has ended the connection, and before TLS 1.3 that ends both directions");
            }
            if (result.getStatus() == Status.BUFFER_OVERFLOW && !flush()) {
                break;
            }
            if (result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                wrapMessages(); // the engine changes its key
            } else if (result.getStatus() == Status.OK && result.bytesConsumed() == 0) {
                throw new SSLException("the engine of TLS takes no data now: " + result);
            }
        }
        return source.position() - start;
    }

    /** Takes into the buffer what the engine itself has to say: a part of the handshake, an alert, the end. */
    void wrapMessages() throws IOException {
        hasMoreMessages = false;
        while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            SSLEngineResult result = wrap(NOTHING);
            if (result.getStatus() == Status.BUFFER_OVERFLOW && !send()) {
                hasMoreMessages = true;
                return;
            }
            if (result.getStatus() == Status.CLOSED && result.bytesProduced() == 0) {
                return;
            }
        }
    }

    /** One record; says {@code BUFFER_OVERFLOW} only if something is held. */
    private SSLEngineResult wrap(ByteBuffer source) throws SSLException {
        ByteBuffer target = packets == null ? buffers.take() : packets.compact();
        packets = null;
        try {
            SSLEngineResult result = engine.wrap(source, target);
            while (result.getStatus() == Status.BUFFER_OVERFLOW && target.position() == 0) {
                target = buffers.enlarge(target, largerThan(target.capacity()));
                result = engine.wrap(source, target);
            }
            isHoldingData |= result.bytesConsumed() > 0;
            return result;
        } finally {
            hold(target.flip());
        }
    }

    private int largerThan(int capacity) {
        return Math.max(engine.getSession().getPacketBufferSize(), 2 * capacity);
    }

    private void hold(ByteBuffer rest) {
        if (rest.hasRemaining()) {
            packets = rest;
        } else {
            packets = null;
            isHoldingData = false;
            buffers.giveBack(rest);
        }
    }

    /** Sends without waiting; false if something is left. */
    boolean flush() throws IOException {
        boolean isSent = send();
        while (isSent && hasMoreMessages) {
            wrapMessages();
            isSent = send();
        }
        return isSent && below.flush();
    }

    private boolean send() throws IOException {
        if (packets != null) {
            below.write(packets);
            if (packets.hasRemaining()) {
                return false;
            }
            hold(packets);
        }
        return true;
    }

    /** Whether something is held that has not been sent. */
    boolean isHolding() {
        return packets != null || hasMoreMessages;
    }

    /** Whether something that was written would be lost by {@link #drop}. */
    boolean isHoldingData() {
        return isHoldingData;
    }

    /** Forgets what has not been sent. */
    void drop() {
        hasMoreMessages = false;
        isHoldingData = false;
        if (packets != null) {
            buffers.giveBack(packets);
            packets = null;
        }
    }
}
