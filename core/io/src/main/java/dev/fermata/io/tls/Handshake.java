package dev.fermata.io.tls;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Transport;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * How both sides agree, told by the engine step by step.
 *
 * <pre>
 *   NEED_WRAP        encrypt a message, hold it
 *   NEED_UNWRAP      send what is held, receive, decrypt a message
 *   NEED_TASK        what computes long or may block: off the loop
 *   NOT_HANDSHAKING  done
 * </pre>
 */
final class Handshake {
    /** How the JDK says it. */
    private static final String ALERT = "Received fatal alert: ";

    private final SSLEngine engine;
    private final Transport below;
    private final Outgoing outgoing;
    private final Incoming incoming;

    Handshake(SSLEngine engine, Transport below) {
        this.engine = engine;
        this.below = below;
        this.outgoing = new Outgoing(engine, below);
        this.incoming = new Incoming(engine, below, outgoing);
    }

    /** Gives the transport; its last messages may not have been sent yet. */
    @Suspendable
    Coroutine<TlsTransport> run() throws IOException {
        boolean isDone = false;
        try {
            engine.beginHandshake();
            await(steps());
            isDone = true;
            return Coroutine.of(new TlsTransport(engine, below, incoming, outgoing));
        } catch (SSLException e) {
            SSLException failure = explain(e);
            await(sendAlert(failure));
            throw failure;
        } finally {
            if (!isDone) {
                incoming.drop();
                outgoing.drop();
            }
        }
    }

    @Suspendable
    private Coroutine<Void> steps() throws IOException {
        for (; ; ) {
            HandshakeStatus status = engine.getHandshakeStatus();
            switch (status) {
                case NEED_WRAP -> {
                    outgoing.wrapMessages();
                    if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                        await(send());
                    }
                }
                case NEED_UNWRAP -> await(unwrap());
                case NEED_TASK -> await(EventLoop.current().offload(this::runTasks));
                case NOT_HANDSHAKING, FINISHED -> {
                    if (engine.isOutboundDone() || engine.isInboundDone()) {
                        throw new SSLHandshakeException("the other side has ended the connection");
                    }
                    return null;
                }
                default -> throw new AssertionError(status + " is for datagrams");
            }
        }
    }

    @Suspendable
    private Coroutine<Void> unwrap() throws IOException {
        await(send());
        Status status = incoming.unwrapMessage();
        if (status == Status.CLOSED) {
            throw new SSLHandshakeException("the other side has ended the connection");
        }
        if (status == Status.BUFFER_UNDERFLOW) {
            incoming.expectMore();
            if (!incoming.receive()) {
                await(below.readable());
            }
        }
        return null;
    }

    @Suspendable
    private Coroutine<Void> send() throws IOException {
        while (!outgoing.flush()) {
            await(below.writable());
        }
        return null;
    }

    /** Off the loop; nobody else touches the engine meanwhile. */
    private Void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        return null;
    }

    private SSLException explain(SSLException failure) {
        String what = "TLS handshake failed, " + below + ": ";
        String garbage = incoming.showGarbage();
        SSLException explained;
        if (garbage != null) {
            explained = new SSLException(what + "the other side does not speak TLS, it began with " + garbage);
        } else if (isMisunderstood(failure)) {
            explained = new SSLHandshakeException(what + ALERT + incoming.showAlert());
        } else if (failure instanceof Incoming.CutOffException) {
            explained = new SSLHandshakeException(what + "the other side has closed the connection");
        } else if (failure instanceof SSLHandshakeException) {
            explained = new SSLHandshakeException(what + failure.getMessage());
        } else {
            explained = new SSLException(what + failure.getMessage());
        }
        explained.initCause(failure);
        return explained;
    }

    /** The alert was not encrypted, and was taken for encrypted. */
    private boolean isMisunderstood(SSLException failure) {
        return incoming.showAlert() != null
                && !String.valueOf(failure.getMessage()).contains(ALERT);
    }

    /** Tells the other side, if the engine has something to tell and somebody listens. */
    @Suspendable
    private Coroutine<Void> sendAlert(SSLException failure) {
        try {
            outgoing.wrapMessages();
            await(send());
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return null;
    }
}
