package dev.fermata.io.tls;

import dev.fermata.io.Transport;
import dev.fermata.io.internal.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;

/** The direction from the other side: holds what is not a whole record yet, and decrypts. */
final class Incoming {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** How often bytes that nobody wants are read before the connection is closed in spite of them. */
    private static final int MOST_DISCARDED = 8;

    private final SSLEngine engine;
    private final Transport below;
    private final Outgoing outgoing;
    private final PacketBuffers buffers = PacketBuffers.ofLoop();

    /** What has come and is still encrypted, ready to be read; null if there is nothing. */
    private ByteBuffer packets;

    /** What has been decrypted and had no room where it was to go, ready to be read; null if there is nothing. */
    private ByteBuffer decrypted;

    private boolean hasSeenRecord;

    /** The last read has left what is below with nothing more, so that to try again before waiting would be in vain. */
    private boolean isBelowDry;

    private boolean isEnded;

    /** An {@link IOException} or a {@link RuntimeException}; null if there is none. */
    private Exception failure;

    Incoming(SSLEngine engine, Transport below, Outgoing outgoing) {
        this.engine = engine;
        this.below = below;
        this.outgoing = outgoing;
    }

    /** As {@link Transport#read}. The engine may have something to send afterwards. */
    int read(ByteBuffer target) throws IOException {
        int start = target.position();
        isBelowDry = false;
        try {
            takeDecrypted(target);
            while (failure == null && !isEnded && target.hasRemaining() && decrypt(target)) {}
        } catch (IOException | RuntimeException e) {
            failure = e;
            wrapAlert();
            dropPackets();
        }
        int count = target.position() - start;
        if (count == 0) {
            throwFailure();
            return isEnded ? -1 : 0;
        }
        return count;
    }

    /** The engine wants to tell the other side what is wrong, if it has found it. */
    private void wrapAlert() {
        try {
            outgoing.wrapMessages();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void throwFailure() throws IOException {
        if (failure instanceof IOException checked) {
            throw checked;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    /** Whether {@link #read} gives something without any more input, or the end, or a failure. */
    boolean isReady() {
        return decrypted != null || isEnded || failure != null || packets != null && Records.isWholeIn(packets);
    }

    /** Whether the other side has said that nothing more comes. */
    boolean isEnded() {
        return isEnded;
    }

    /** Why nothing more can be read or written; null if that is not so. A cut end does not keep anybody from writing. */
    SSLException fatal() {
        return failure instanceof SSLException fatal && !(fatal instanceof CutOffException) ? fatal : null;
    }

    /** One record; false if there is no whole one. */
    private boolean decrypt(ByteBuffer target) throws IOException {
        if (packets == null) {
            return receive();
        }
        SSLEngineResult result = unwrap(target);
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            result = unwrapAside();
            takeDecrypted(target);
        }
        switch (result.getStatus()) {
            case BUFFER_UNDERFLOW -> {
                return receive();
            }
            case CLOSED -> isEnded = true;
            default -> {}
        }
        follow(result.getHandshakeStatus());
        return true;
    }

    private void follow(HandshakeStatus status) throws IOException {
        switch (status) {
            case NEED_WRAP -> outgoing.wrapMessages();
            case NEED_TASK, NEED_UNWRAP -> {
                if (!isEnded) {
                    throw new SSLException("the other side wants to negotiate TLS anew, which is refused: "
                            + "renegotiation is gone since TLS 1.3");
                }
            }
            default -> {}
        }
    }

    /** One record of the handshake, or what the other side says in its place. */
    Status unwrapMessage() throws IOException {
        return packets == null ? Status.BUFFER_UNDERFLOW : unwrap(NOTHING).getStatus();
    }

    private SSLEngineResult unwrap(ByteBuffer target) throws SSLException {
        int start = packets.position();
        SSLEngineResult result;
        try {
            result = engine.unwrap(packets, target);
        } catch (SSLException e) {
            packets.position(start); // to be shown
            throw e;
        }
        if (result.bytesConsumed() > 0) {
            hasSeenRecord = true;
            if (!packets.hasRemaining()) {
                buffers.giveBack(packets);
                packets = null;
            }
        }
        return result;
    }

    private SSLEngineResult unwrapAside() throws SSLException {
        ByteBuffer aside = buffers.take();
        try {
            SSLEngineResult result = unwrap(aside);
            if (result.getStatus() == Status.BUFFER_OVERFLOW) {
                aside = buffers.enlarge(aside, engine.getSession().getApplicationBufferSize());
                result = unwrap(aside);
            }
            return result;
        } finally {
            decrypted = aside.flip();
        }
    }

    private void takeDecrypted(ByteBuffer target) {
        if (decrypted == null) {
            return;
        }
        Bytes.move(decrypted, target); // maybe none, for a record without data
        if (!decrypted.hasRemaining()) {
            buffers.giveBack(decrypted);
            decrypted = null;
        }
    }

    /** Reads from below, without waiting; false if there is nothing. */
    boolean receive() throws IOException {
        if (isBelowDry) {
            return false;
        }
        ByteBuffer room = room();
        packets = null;
        int count = 0;
        int most = room.remaining();
        try {
            count = below.read(room);
        } finally {
            isBelowDry = count < most;
            room.flip();
            if (room.hasRemaining()) {
                packets = room;
            } else {
                buffers.giveBack(room);
            }
        }
        if (count < 0) {
            throw new CutOffException("the other side has closed the connection without an end of TLS (close_notify), "
                    + "so what came before may be cut off: " + below);
        }
        return count > 0;
    }

    private ByteBuffer room() throws SSLException {
        if (packets == null) {
            return buffers.take();
        }
        ByteBuffer room = packets.compact();
        if (!room.hasRemaining()) {
            int capacity = engine.getSession().getPacketBufferSize();
            if (capacity <= room.capacity()) {
                throw new SSLException("a record of TLS is longer than " + capacity + " bytes");
            }
            room = buffers.enlarge(room, capacity);
        }
        return room;
    }

    /** To be called before another round of {@link #receive}. */
    void expectMore() {
        isBelowDry = false;
    }

    /** Shows what came in the place of TLS; null if it was TLS. */
    String showGarbage() {
        return hasSeenRecord || packets == null || Records.mayBeNextIn(packets) ? null : Records.show(packets);
    }

    /** The alert on which the engine has failed, unencrypted; null if it was something else. */
    String showAlert() {
        return packets == null ? null : Records.alertIn(packets);
    }

    /**
     * Reads what has come and nobody wants, before the connection is closed: otherwise the system would tell the other side
     * that it is broken, and what was sent last might be lost there.
     */
    void discard() throws IOException {
        drop();
        ByteBuffer unwanted = buffers.take();
        for (int i = 0; i < MOST_DISCARDED && below.read(unwanted.clear()) > 0; i++) {}
        buffers.giveBack(unwanted);
    }

    /** Forgets what has not been read. */
    void drop() {
        dropPackets();
        if (decrypted != null) {
            buffers.giveBack(decrypted);
            decrypted = null;
        }
    }

    private void dropPackets() {
        if (packets != null) {
            buffers.giveBack(packets);
            packets = null;
        }
    }

    /** The end of what is below has come before the end of TLS. */
    static final class CutOffException extends SSLException {
        private static final long serialVersionUID = 1L;

        CutOffException(String message) {
            super(message);
        }
    }
}
