package dev.fermata.benchmarks.io.load;

import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Link;
import dev.fermata.benchmarks.io.wire.PlainLink;
import dev.fermata.benchmarks.io.wire.Protocol;
import dev.fermata.benchmarks.io.wire.TlsLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/** The server that is loaded. */
public final class Target {
    private final Protocol protocol;
    private final SSLContext tls;
    private final InetSocketAddress address;

    /**
     * Says which.
     *
     * @param protocol what it speaks
     * @param certificate its certificate, or null if it speaks without TLS
     * @param port its port on the loopback address
     * @throws IOException if the certificate cannot be read
     * @throws GeneralSecurityException if it cannot be used
     */
    public Target(Protocol protocol, Certificate certificate, int port) throws IOException, GeneralSecurityException {
        this.protocol = protocol;
        this.tls = certificate == null ? null : certificate.forClient();
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Connects, shakes hands, and registers; says nothing yet. */
    Connection connect(Selector selector, long number) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(address);
            Link link = link(channel);
            channel.configureBlocking(false);
            Connection connection = new Connection(
                    link, protocol == Protocol.ECHO ? new EchoDialogue(link, number) : new HttpDialogue(link));
            channel.register(selector, SelectionKey.OP_READ, connection);
            return connection;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private Link link(SocketChannel channel) throws IOException {
        if (tls == null) {
            return new PlainLink(channel);
        }
        TlsLink link = new TlsLink(
                channel, Certificate.clientEngine(tls, address.getAddress().getHostAddress(), address.getPort()));
        link.shakeHands();
        return link;
    }
}
