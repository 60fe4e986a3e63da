package dev.fermata.benchmarks.io.servers;

import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Link;
import dev.fermata.benchmarks.io.wire.PlainLink;
import dev.fermata.benchmarks.io.wire.Protocol;
import dev.fermata.benchmarks.io.wire.TlsLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * The least that NIO needs: one thread, one selector, no back-pressure and no timeouts. The floor, and the measure of how fast
 * the client is.
 */
final class HandWrittenServer implements Server {
    private final Protocol protocol;
    private final SSLContext tls;
    private final Selector selector = Selector.open();
    private final ServerSocketChannel listening = ServerSocketChannel.open();
    private volatile boolean isClosed;

    private HandWrittenServer(Protocol protocol, SSLContext tls) throws IOException {
        this.protocol = protocol;
        this.tls = tls;
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        listening.configureBlocking(false);
        listening.register(selector, SelectionKey.OP_ACCEPT);
    }

    static Server start(Protocol protocol, Certificate certificate) throws IOException, GeneralSecurityException {
        HandWrittenServer server =
                new HandWrittenServer(protocol, certificate == null ? null : certificate.forServer());
        new Thread(server::serve, "hand-written server").start();
        return server;
    }

    @Override
    public int port() {
        return listening.socket().getLocalPort();
    }

    private void serve() {
        try {
            while (!isClosed) {
                selector.select(this::onReady);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onReady(SelectionKey key) {
        if (key.attachment() instanceof Conversation conversation) {
            conversation.onReadable(key);
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            SocketChannel channel = listening.accept();
            if (channel == null) {
                return;
            }
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, Conversation.of(protocol, link(channel)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Link link(SocketChannel channel) {
        if (tls == null) {
            return new PlainLink(channel);
        }
        SSLEngine engine = tls.createSSLEngine();
        engine.setUseClientMode(false);
        return new TlsLink(channel, engine);
    }

    @Override
    public void close() {
        isClosed = true;
        selector.wakeup();
    }
}
