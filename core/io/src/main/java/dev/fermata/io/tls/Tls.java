package dev.fermata.io.tls;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.Transport;
import dev.fermata.io.TransportLayer;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.TimedOutException;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;

/**
 * How one side of a connection is to speak TLS; the layer that connectors and listeners put on top of their sockets. The
 * {@link SSLContext} says which certificates to show and whom to trust. Each method that sets something gives another one, so
 * all can be shared, also between threads.
 *
 * <pre>{@code
 * Tls client = Tls.client().applicationProtocols("h2", "http/1.1");
 * Connection connection = await(new Connector().layer(client).connect("example.org", 443));
 * String protocol = TlsTransport.of(connection).applicationProtocol();
 *
 * Tls server = Tls.server(context).needClientCertificate();
 * new Listener().layer(server).listen(address, handler);
 * }</pre>
 *
 * <p>A handshake that fails throws an {@link javax.net.ssl.SSLException} that says why. What a handshake computes, or waits for
 * in a key or trust manager, is done off the loop.
 */
public final class Tls implements TransportLayer {
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(60);

    private final SSLContext context;
    private final boolean isClient;

    /** Whom the client wants to talk to; null for the host that it has connected to. */
    private final String serverName;

    private final Consumer<SSLParameters> parameters;
    private final Duration handshakeTimeout;

    private Tls(
            SSLContext context,
            boolean isClient,
            String serverName,
            Consumer<SSLParameters> parameters,
            Duration handshakeTimeout) {
        this.context = context;
        this.isClient = isClient;
        this.serverName = serverName;
        this.parameters = parameters;
        this.handshakeTimeout = handshakeTimeout;
    }

    /**
     * The side of the client, which trusts whom the JDK trusts ({@link SSLContext#getDefault}).
     *
     * @return the settings, as {@link #client(SSLContext)} makes them
     */
    public static Tls client() {
        try {
            return client(SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no default for TLS", e);
        }
    }

    /**
     * The side of the client. It asks for the host that it has connected to (SNI), and accepts only a certificate for it.
     *
     * @param context whom to trust, and what to show if it is asked for a certificate; not null
     * @return the settings
     */
    public static Tls client(SSLContext context) {
        return new Tls(
                Objects.requireNonNull(context, "context"),
                true,
                null,
                p -> p.setEndpointIdentificationAlgorithm("HTTPS"),
                HANDSHAKE_TIMEOUT);
    }

    /**
     * The side of the server. A key manager of the context may choose the certificate by the name that the client asks for:
     * {@code X509ExtendedKeyManager.chooseEngineServerAlias} finds it in the engine's handshake session.
     *
     * @param context the certificates to show, and whom to trust if clients are asked for theirs; not null
     * @return the settings
     */
    public static Tls server(SSLContext context) {
        return new Tls(Objects.requireNonNull(context, "context"), false, null, p -> {}, HANDSHAKE_TIMEOUT);
    }

    /**
     * Says whom the client wants to talk to, if that is not the host it connects to: the name that it asks for (SNI) and looks
     * for in the certificate ({@code server_hostname} of asyncio).
     *
     * @param name a name, or an address, which is looked for but not asked for; not null
     * @return other settings
     * @throws IllegalStateException if this is a server's side
     */
    public Tls serverName(String name) {
        checkIsClient("serverName");
        return new Tls(context, true, Objects.requireNonNull(name, "name"), parameters, handshakeTimeout);
    }

    /**
     * Lets the client accept a certificate for any name, as long as the context trusts it: for a network in which only some own
     * certificates are trusted ({@code check_hostname = False}).
     *
     * @return other settings
     * @throws IllegalStateException if this is a server's side
     */
    public Tls anyServerName() {
        checkIsClient("anyServerName");
        return parameters(p -> p.setEndpointIdentificationAlgorithm(null));
    }

    /**
     * Says which protocols this side speaks on top (ALPN). The server chooses the first of its own that the client has, and
     * refuses a client that has others only.
     *
     * @param protocols such as {@code h2} and {@code http/1.1}, the best first
     * @return other settings
     */
    public Tls applicationProtocols(String... protocols) {
        String[] copy = protocols.clone();
        return parameters(p -> p.setApplicationProtocols(copy));
    }

    /**
     * Has the server refuse clients that do not show a certificate it trusts ({@code CERT_REQUIRED}).
     *
     * @return other settings
     * @throws IllegalStateException if this is a client's side
     */
    public Tls needClientCertificate() {
        checkIsServer("needClientCertificate");
        return parameters(p -> p.setNeedClientAuth(true));
    }

    /**
     * Has the server ask clients for a certificate, and accept those that have none ({@code CERT_OPTIONAL}).
     *
     * @return other settings
     * @throws IllegalStateException if this is a client's side
     */
    public Tls wantClientCertificate() {
        checkIsServer("wantClientCertificate");
        return parameters(p -> p.setWantClientAuth(true));
    }

    /**
     * Changes anything that the JDK lets one choose: versions of the protocol, cipher suites, algorithms.
     *
     * <pre>{@code
     * tls.parameters(p -> p.setProtocols(new String[] {"TLSv1.3"}));
     * }</pre>
     *
     * @param change called for each connection, after what was set before, on the loop's thread; not null
     * @return other settings
     */
    public Tls parameters(Consumer<SSLParameters> change) {
        return new Tls(context, isClient, serverName, parameters.andThen(change), handshakeTimeout);
    }

    /**
     * Says how long a handshake may take; at first 60 seconds, as in asyncio.
     *
     * @param limit how long, positive; null for any time
     * @return other settings
     */
    public Tls handshakeTimeout(Duration limit) {
        return new Tls(context, isClient, serverName, parameters, limit);
    }

    private void checkIsClient(String setting) {
        if (!isClient) {
            throw new IllegalStateException(setting + " is for the side of the client");
        }
    }

    private void checkIsServer(String setting) {
        if (isClient) {
            throw new IllegalStateException(setting + " is for the side of the server");
        }
    }

    /**
     * Does the handshake.
     *
     * @param below carries the encrypted bytes, not null; not closed by this if it fails
     * @param host whom the client has connected to; not needed if {@link #serverName} was set, or on the side of the server
     * @return gives a {@link TlsTransport}
     * @throws javax.net.ssl.SSLException if the sides cannot agree, do not trust each other, or it takes too long
     * @throws IOException if what is below fails
     */
    @Override
    @Suspendable
    public Coroutine<Transport> establish(Transport below, String host) throws IOException {
        SSLEngine engine = engine(serverName == null ? host : serverName);
        try {
            return Coroutine.of(await(Tasks.within(handshakeTimeout, new Handshake(engine, below).run())));
        } catch (TimedOutException e) {
            SSLHandshakeException timedOut = new SSLHandshakeException(
                    "TLS handshake failed, " + below + ": it took longer than " + handshakeTimeout);
            timedOut.initCause(e);
            throw timedOut;
        }
    }

    /**
     * Goes on with TLS on a connection that has begun without, after both sides have agreed on that in the protocol on top
     * ({@code start_tls} of asyncio; {@code STARTTLS} of mail).
     *
     * <pre>{@code
     * try (Connection plain = await(Network.connect(host, 25))) {
     *     ...                                                            // "STARTTLS", and the other side's consent
     *     try (Connection secure = await(tls.upgrade(plain, host))) {    // closed first
     *         ...
     *     }
     * }
     * }</pre>
     *
     * @param connection not null; sends first what has been written to it. It is neither to be read from nor written to any
     *     more, and to be closed after the new one, also if this fails
     * @param host as for {@link #establish}
     * @return gives a connection that goes through the given one
     * @throws javax.net.ssl.SSLException if the handshake fails; if bytes have come after those that were read, which somebody
     *     in between may have put there, as they are not encrypted
     * @throws IOException if what is below fails
     */
    @Suspendable
    public Coroutine<Connection> upgrade(Connection connection, String host) throws IOException {
        connection.writer().setWaterMarks(1, 0);
        await(connection.writer().drain());
        if (connection.reader().size() > 0) {
            throw new SSLException(connection.reader().size()
                    + " bytes have come before the handshake of TLS, unencrypted, and must not be taken for secure: "
                    + connection.transport());
        }
        return Coroutine.of(new Connection(await(establish(connection.transport(), host))));
    }

    private SSLEngine engine(String host) {
        SSLEngine engine = isClient && host != null ? context.createSSLEngine(host, -1) : context.createSSLEngine();
        engine.setUseClientMode(isClient);
        SSLParameters chosen = engine.getSSLParameters();
        if (isClient && host != null) {
            chosen.setServerNames(namesToAskFor(host));
        }
        parameters.accept(chosen);
        String identification = chosen.getEndpointIdentificationAlgorithm();
        if (isClient && host == null && identification != null && !identification.isEmpty()) {
            throw new IllegalStateException(
                    "a client of TLS has to know whom to expect: set serverName, or anyServerName to trust anybody");
        }
        engine.setSSLParameters(chosen);
        return engine;
    }

    /** RFC 6066 has names asked for and no addresses. What is neither, DNS knows all the same, such as {@code my_host}. */
    private static List<SNIServerName> namesToAskFor(String host) {
        try {
            return isAddress(host) ? List.of() : List.of(new SNIHostName(host));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return "TLS, side of the " + (isClient ? "client" : "server");
    }
}
