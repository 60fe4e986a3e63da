package dev.fermata.examples.echo;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.net.Listener;
import dev.fermata.io.net.Server;
import dev.fermata.io.tls.Tls;
import dev.fermata.loop.Termination;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The {@link EchoServer} by TLS, with a certificate from a key store.
 *
 * <pre>
 * keytool -genkeypair -alias echo -keyalg EC -dname CN=localhost -ext san=dns:localhost -keystore /tmp/echo.p12 -storepass secret
 * mvn -q -Pexample package -Dexample=echo.SecureEchoServer -Darguments="7777 /tmp/echo.p12 secret"
 * openssl s_client -quiet -connect localhost:7777
 * </pre>
 */
public final class SecureEchoServer {
    private SecureEchoServer() {}

    @Suspendable
    private static Coroutine<Void> serve(int port, SSLContext certificate) throws IOException {
        try (Server server =
                new Listener().layer(Tls.server(certificate)).listen(new InetSocketAddress(port), EchoServer::echo)) {
            System.out.println("echoing by TLS on port " + server.port());
            await(server.stopped());
        }
        return null;
    }

    private static SSLContext certificate(File keyStore, char[] password) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keyStore, password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /**
     * Serves until the process is asked to end, by Ctrl-C for instance, and then closes all connections.
     *
     * @param arguments the port, the file of the key store, and its password
     * @throws IOException if somebody else has the port, or the key store cannot be read
     * @throws GeneralSecurityException if it has no key
     */
    public static void main(String... arguments) throws IOException, GeneralSecurityException {
        SSLContext certificate = certificate(new File(arguments[1]), arguments[2].toCharArray());
        Termination.run(serve(Integer.parseInt(arguments[0]), certificate));
    }
}
