package dev.fermata.io.tls;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.Transport;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.sync.Event;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * One side of a connection that is encrypted by TLS; made by {@link Tls}. Holds buffers only while there is something in them.
 *
 * <p>{@link #end} says {@code close_notify}. From TLS 1.3 on that leaves the other direction open; before, it ends both. A
 * connection that ends without it may have been cut by somebody in between, so that its end is read as an {@link SSLException}.
 * Whoever only closes lets the other side read that; a {@link Connection} ends first.
 *
 * <p>Keys are changed when the other side or the engine wants to; renegotiation, which TLS 1.3 has done away with, is refused.
 * Confined to one loop.
 */
public final class TlsTransport implements Transport {
    private final EventLoop loop = EventLoop.current();
    private final SSLEngine engine;
    private final Transport below;
    private final Incoming incoming;
    private final Outgoing outgoing;

    /** Sends what reading has made the engine say and could not be sent at once; null if nobody has to. */
    private Task<Void> answerer;

    /** The answerer has got further. */
    private final Event answered = new Event();

    private boolean isWriterWaiting;
    private boolean isEndSaid;
    private boolean isClosed;

    /** What keeps the answerer from sending; told to whoever writes next. */
    private Exception answerFailure;

    TlsTransport(SSLEngine engine, Transport below, Incoming incoming, Outgoing outgoing) {
        this.engine = engine;
        this.below = below;
        this.incoming = incoming;
        this.outgoing = outgoing;
        answer();
    }

    /**
     * The TLS part of a connection, to be asked what has been agreed on.
     *
     * @param connection one made with {@link Tls} as its layer, not null
     * @return its transport
     * @throws IllegalArgumentException if the connection has no TLS on top
     */
    public static TlsTransport of(Connection connection) {
        if (connection.transport() instanceof TlsTransport tls) {
            return tls;
        }
        throw new IllegalArgumentException(connection + " has no TLS");
    }

    /**
     * What both sides have agreed on: protocol, cipher suite, certificates.
     *
     * @return the session; on the side of the server an {@link javax.net.ssl.ExtendedSSLSession} knows which name the client
     *     asked for
     */
    public SSLSession session() {
        return engine.getSession();
    }

    /**
     * Which protocol both sides have chosen to speak on top (ALPN).
     *
     * @return such as {@code h2}; empty if none was agreed on
     */
    public String applicationProtocol() {
        return Objects.requireNonNullElse(engine.getApplicationProtocol(), "");
    }

    /**
     * Who the other side has proved to be.
     *
     * @return its certificate first, then those that vouch for it; empty if it has shown none
     */
    public List<X509Certificate> peerCertificates() {
        List<X509Certificate> found = new ArrayList<>();
        try {
            for (var certificate : engine.getSession().getPeerCertificates()) {
                if (certificate instanceof X509Certificate x509) {
                    found.add(x509);
                }
            }
        } catch (SSLPeerUnverifiedException e) {
            return List.of(); // how the JDK says that there are none
        }
        return List.copyOf(found);
    }

    /**
     * What carries the encrypted bytes.
     *
     * @return the transport below
     */
    public Transport below() {
        return below;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (isClosed) {
            return -1;
        }
        try {
            return incoming.read(target);
        } finally {
            answer();
        }
    }

    @Override
    @Suspendable
    public Coroutine<Void> readable() {
        if (!isClosed && !incoming.isReady()) {
            await(below.readable());
        }
        return null;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        checkWritable();
        return outgoing.write(source);
    }

    private void checkWritable() throws IOException {
        if (isClosed) {
            throw new ClosedChannelException();
        }
        if (isEndSaid) {
            throw new IOException("the end has been said already: " + this);
        }
        checkSendable();
    }

    private void checkSendable() throws IOException {
        SSLException fatal = incoming.fatal();
        if (fatal != null) {
            throw new SSLException(
                    fatal.getMessage(), fatal); // not the one that reading throws: each may suppress the other
        }
        if (answerFailure instanceof IOException checked) {
            throw checked;
        }
        if (answerFailure != null) {
            throw (RuntimeException) answerFailure;
        }
    }

    @Override
    public boolean flush() throws IOException {
        try {
            checkSendable();
            return outgoing.flush();
        } catch (IOException e) {
            if (isEndSaid && !outgoing.isHoldingData()) {
                outgoing.drop(); // only the farewell: the other side has gone without waiting for it
                return true;
            }
            throw e;
        }
    }

    @Override
    @Suspendable
    public Coroutine<Void> writable() {
        if (answerer != null && !isClosed) {
            await(answered.await()); // one task at a time may wait for what is below
            return null;
        }
        isWriterWaiting = true;
        try {
            await(below.writable());
        } finally {
            isWriterWaiting = false;
        }
        return null;
    }

    /** Sends what the engine has said by itself. Whoever waits to write does it, too. */
    private void answer() {
        if (!outgoing.isHolding() || isWriterWaiting || answerer != null || answerFailure != null) {
            return;
        }
        try {
            if (!outgoing.flush()) {
                startAnswerer();
            }
        } catch (IOException | RuntimeException e) {
            answerFailure = e; // not what the reader asked for
        }
    }

    /** At once: a task that is cancelled before its first step does not even run its finally block. */
    private void startAnswerer() {
        Task<Void> started = loop.spawnEagerly(sendAnswer());
        if (!started.isDone()) {
            started.rename("sender of TLS messages to " + below);
            answerer = started;
        }
    }

    @Suspendable
    private Coroutine<Void> sendAnswer() {
        try {
            do {
                await(below.writable());
                answered.pulse();
            } while (!outgoing.flush());
        } catch (IOException | RuntimeException e) {
            answerFailure = e;
        } finally {
            answerer = null;
            answered.pulse();
        }
        return null;
    }

    @Override
    public void end() throws IOException {
        if (isEndSaid || isClosed) {
            return;
        }
        isEndSaid = true;
        engine.closeOutbound();
        outgoing.wrapMessages();
    }

    /** From TLS 1.3 on. */
    @Override
    public boolean canEndAlone() {
        return engine.getSession().getProtocol().equals("TLSv1.3");
    }

    @Override
    public boolean needsEnd() {
        return true;
    }

    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        if (answerer != null) {
            answerer.cancel();
        }
        answered.pulse();
        try {
            if (isEndSaid && !incoming.isEnded()) {
                incoming.discard();
            }
        } catch (IOException e) {
            // the other side has broken the connection, which is about to be closed anyway
        } finally {
            incoming.drop();
            outgoing.drop();
            below.close();
        }
    }

    @Override
    public String toString() {
        return "TLS over " + below;
    }
}
